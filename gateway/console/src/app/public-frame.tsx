import { Button, Flex, Layout, Typography } from 'antd';
import { Suspense, useEffect, type ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useLanguage, useTexts } from '../shared/dictionary';
import mark from '../shared/mark.svg';
import { LanguageSwitch } from './language-switch';
import { OPEN_PAGES } from './pages';
import { PageBoundary } from './page-boundary';
import { fetchAgain, PageRoutes } from './page-routes';
import { Loading } from './states';
import { texts } from './texts';

/** The pages that need no session, for whoever has none. */
export function PublicFrame(): ReactElement {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const language = useLanguage();
  useEffect(() => {
    document.title = t.product;
  }, [t.product]);
  return (
    <Layout className="shell">
      <Layout.Header className="shell-header">
        <Flex align="center" gap={10}>
          <img src={mark} width={28} height={28} alt="" />
          <Typography.Text strong>{t.product}</Typography.Text>
        </Flex>
        <Flex align="center" gap={10}>
          <LanguageSwitch />
          <Button onClick={() => void navigate('/')}>{t.signIn.button}</Button>
        </Flex>
      </Layout.Header>
      <Layout.Content role="main" className="shell-content" lang={language}>
        <PageBoundary place={pathname} onRetry={fetchAgain}>
          <Suspense fallback={<Loading />}>
            <PageRoutes pages={OPEN_PAGES} />
          </Suspense>
        </PageBoundary>
      </Layout.Content>
    </Layout>
  );
}
