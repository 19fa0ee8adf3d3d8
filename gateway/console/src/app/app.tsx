import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState, type ReactElement } from 'react';
import { HashRouter, matchPath, useLocation } from 'react-router';
import { useLanguage, useTexts } from '../shared/dictionary';
import { OPEN_PAGES, SUBJECT_PAGES } from './pages';
import { PublicFrame } from './public-frame';
import { createQueryClient } from './query-client';
import { SessionContext, useSessionQuery, useStanding } from './session';
import { Shell } from './shell';
import { SignIn, SignInAgain } from './sign-in';
import { Failure, Loading } from './states';
import { texts } from './texts';
import { theme } from './theme';

const LOCALES = { zh: zhCN, en: enUS };

/** The console: who is signed in sees the pages of their role. */
export function App({ nonce }: { readonly nonce: string }): ReactElement {
  const [queries] = useState(createQueryClient);
  return (
    <ConfigProvider locale={LOCALES[useLanguage()]} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>
        <QueryClientProvider client={queries}>
          <HashRouter>
            <OfflineNotice />
            <Entrance />
          </HashRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

function Entrance(): ReactElement {
  const standing = useStanding();
  const session = useSessionQuery(standing === 'in');
  const { pathname } = useLocation();
  if (standing === 'subject') return <PublicFrame pages={SUBJECT_PAGES} isIn />;
  if (standing === 'out' || standing === 'asking') {
    if (OPEN_PAGES.some(({ path }) => matchPath(path, pathname))) return <PublicFrame pages={OPEN_PAGES} />;
    return standing === 'out' ? <SignIn over={false} /> : <Opening />;
  }
  if (session.data === undefined) {
    if (standing === 'over') return <SignIn over />;
    return (
      <main className="sign-in">
        {session.isError ? <Failure error={session.error} onRetry={() => void session.refetch()} /> : <Loading />}
      </main>
    );
  }
  return (
    <SessionContext value={session.data}>
      <Shell session={session.data} />
      {standing === 'over' && <SignInAgain session={session.data} />}
    </SessionContext>
  );
}

/** Before it is known who is there. */
function Opening(): ReactElement {
  return (
    <main className="sign-in">
      <Loading />
    </main>
  );
}

/** Says that the browser has no network, for as long as that is so. */
function OfflineNotice(): ReactElement | null {
  const { states } = useTexts(texts);
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = (): void => {
      setOffline(!navigator.onLine);
    };
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return offline ? (
    <div role="status" className="offline">
      {states.offline}
    </div>
  ) : null;
}
