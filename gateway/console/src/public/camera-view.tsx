import { useEffect, useRef, type ReactElement } from 'react';
import { readCamera } from './qr-reader';

interface CameraViewProps {
  /** What to do with it, for eyes and for screen readers. */
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly onFailure: () => void;
}

/** The camera's picture, for as long as it is looked at. */
export function CameraView({ label, onText, onFailure }: CameraViewProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef({ onText, onFailure });
  useEffect(() => {
    handlers.current = { onText, onFailure };
  });
  useEffect(() => {
    const stopped = new AbortController();
    const look = async (): Promise<void> => {
      try {
        if (video.current === null) return;
        const text = await readCamera(video.current, stopped.signal);
        if (text !== undefined) handlers.current.onText(text);
      } catch {
        if (!stopped.signal.aborted) handlers.current.onFailure();
      }
    };
    void look();
    return () => {
      stopped.abort();
    };
  }, []);
  return (
    <figure className="camera">
      <video ref={video} muted playsInline aria-label={label} />
      <figcaption className="soft small">{label}</figcaption>
    </figure>
  );
}
