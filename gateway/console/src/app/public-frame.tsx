import { Button, Flex, Layout, Menu, Typography } from 'antd';
import { Suspense, useEffect, type ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useLanguage, useTexts } from '../shared/dictionary';
import mark from '../shared/mark.svg';
import { LanguageSwitch } from './language-switch';
import { menuItems } from './menu-items';
import { PageBoundary } from './page-boundary';
import type { PageDefinition } from './page-definition';
import { fetchAgain, PageRoutes } from './page-routes';
import { SignOutButton } from './shell';
import { Loading } from './states';
import { texts } from './texts';

interface PublicFrameProps {
  readonly pages: readonly PageDefinition[];
  /** A data subject, who may sign out; anybody else may sign in. */
  readonly isIn?: boolean;
}

/** The pages of whoever acts for no organisation: those that need no session, and a data subject's own. */
export function PublicFrame({ pages, isIn = false }: PublicFrameProps): ReactElement {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const language = useLanguage();
  useEffect(() => {
    document.title = t.product;
  }, [t.product]);
  const items = menuItems(pages, language);
  return (
    <Layout className="shell">
      <Layout.Header className="shell-header">
        <Flex align="center" gap={10}>
          <img src={mark} width={28} height={28} alt="" />
          <Typography.Text strong>{t.product}</Typography.Text>
        </Flex>
        <Flex align="center" gap={10}>
          <LanguageSwitch />
          {isIn ? <SignOutButton /> : <Button onClick={() => void navigate('/')}>{t.signIn.button}</Button>}
        </Flex>
      </Layout.Header>
      <nav aria-label={t.menu}>
        <Menu mode="horizontal" selectedKeys={[pathname]} items={items} onClick={({ key }) => void navigate(key)} />
      </nav>
      <Layout.Content role="main" className="shell-content" lang={language}>
        <PageBoundary place={pathname} onRetry={fetchAgain}>
          <Suspense fallback={<Loading />}>
            <PageRoutes pages={pages} />
          </Suspense>
        </PageBoundary>
      </Layout.Content>
    </Layout>
  );
}
