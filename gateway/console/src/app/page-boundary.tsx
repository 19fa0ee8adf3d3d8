import { Component, type ReactNode } from 'react';
import { Failure } from './states';

interface PageBoundaryProps {
  /** Where the reader is: another place is another try. */
  readonly place: string;
  /** Before another try. */
  readonly onRetry: () => void;
  readonly children: ReactNode;
}
interface State {
  readonly error?: unknown;
  readonly place: string;
}

/**
 * Keeps header and menu when a page cannot be drawn, above all when its script cannot be fetched because the network is
 * gone, and lets the reader try again. React has no hook for this.
 */
export class PageBoundary extends Component<PageBoundaryProps, State> {
  override state: State = { place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ place }: PageBoundaryProps, state: State): State | null {
    return place === state.place ? null : { error: undefined, place };
  }

  readonly #retry = (): void => {
    this.props.onRetry();
    this.setState({ error: undefined });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Failure error={error} onRetry={this.#retry} />;
  }
}
