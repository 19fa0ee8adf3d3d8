import { LogoutOutlined, MenuOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Flex, Grid, Layout, Menu, Tag, Tooltip, Typography } from 'antd';
import { Suspense, useEffect, useState, type ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Session } from '../api/answers';
import { signOut } from '../api/credentials';
import { useLanguage, useTexts } from '../shared/dictionary';
import mark from '../shared/mark.svg';
import { LanguageSwitch } from './language-switch';
import { menuItems } from './menu-items';
import { PageBoundary } from './page-boundary';
import type { PageDefinition } from './page-definition';
import { pagesOf } from './pages';
import { fetchAgain, PageRoutes } from './page-routes';
import { Loading } from './states';
import { texts } from './texts';

/** Header, menu and the page itself. On a narrow screen the menu is a drawer. */
export function Shell({ session }: { readonly session: Session }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const narrow = Grid.useBreakpoint().lg === false;
  const [open, setOpen] = useState(false);
  const pages = pagesOf(session.role);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${session.name} · ${t.product}`;
  }, [session.name, t.product]);
  const menu = (
    <nav aria-label={t.menu}>
      <SideMenu pages={pages} onPick={() => setOpen(false)} />
    </nav>
  );
  return (
    <Layout className="shell">
      <Layout.Header className="shell-header">
        <Flex align="center" gap={10}>
          {narrow && <Button type="text" icon={<MenuOutlined />} aria-label={t.openMenu} onClick={() => setOpen(true)} />}
          <img src={mark} width={28} height={28} alt="" />
          {!narrow && <Typography.Text strong>{t.product}</Typography.Text>}
        </Flex>
        <Flex align="center" gap={10} className="shell-who">
          <Typography.Text className="shell-name" ellipsis>
            {session.name}
          </Typography.Text>
          {!narrow && <Tag>{t.roles[session.role]}</Tag>}
          {session.sandbox && (
            <Tooltip title={t.sandboxHint}>
              <Tag color="warning">{t.sandbox}</Tag>
            </Tooltip>
          )}
          <LanguageSwitch />
          <SignOutButton />
        </Flex>
      </Layout.Header>
      <Layout>
        {narrow ? (
          <Drawer placement="left" open={open} onClose={() => setOpen(false)} size={260} title={t.product}>
            {menu}
          </Drawer>
        ) : (
          <Layout.Sider width={216} theme="light" className="shell-side">
            {menu}
          </Layout.Sider>
        )}
        <Layout.Content role="main" className="shell-content" lang={language}>
          <PageBoundary place={pathname} onRetry={fetchAgain}>
            <Suspense fallback={<Loading />}>
              <PageRoutes pages={pages} />
            </Suspense>
          </PageBoundary>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

export function SignOutButton(): ReactElement {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const leave = (): void => {
    signOut();
    queries.clear();
  };
  return (
    <Tooltip title={t.signOut}>
      <Button type="text" icon={<LogoutOutlined />} aria-label={t.signOut} onClick={leave} />
    </Tooltip>
  );
}

function SideMenu({ pages, onPick }: { readonly pages: readonly PageDefinition[]; readonly onPick: () => void }): ReactElement {
  const t = useTexts(texts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const items = menuItems(pages, language);
  return (
    <Menu
      mode="inline"
      selectedKeys={items.map(({ key }) => key).filter((key) => pathname === key || pathname.startsWith(`${key}/`))}
      items={[...items, { type: 'divider' }, { key: 'verify', icon: <SafetyCertificateOutlined />, label: t.verifyPage }]}
      onClick={({ key }) => {
        onPick();
        if (key === 'verify') window.open('/verify', '_blank', 'noopener');
        else void navigate(key);
      }}
    />
  );
}
