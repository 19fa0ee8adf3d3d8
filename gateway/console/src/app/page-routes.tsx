import { Button, Result } from 'antd';
import { lazy, type ComponentType, type LazyExoticComponent, type ReactElement } from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router';
import { useTexts } from '../shared/dictionary';
import { Unreachable } from '../api/problem';
import type { PageDefinition } from './page-definition';
import { Nothing } from './states';
import { texts } from './texts';

const loaded = new WeakMap<PageDefinition, LazyExoticComponent<ComponentType>>();

/** A page's component; made once, or React would draw a new page at every change. */
function componentOf(page: PageDefinition): LazyExoticComponent<ComponentType> {
  const known = loaded.get(page) ?? lazy(() => fetched(page));
  loaded.set(page, known);
  return known;
}

const failed = new Set<PageDefinition>();

/** Lets the pages whose script could not be fetched be asked for again. */
export function fetchAgain(): void {
  for (const page of failed) loaded.delete(page);
  failed.clear();
}

async function fetched(page: PageDefinition): ReturnType<PageDefinition['load']> {
  try {
    return await page.load();
  } catch (error) {
    failed.add(page);
    throw new Unreachable(error);
  }
}

export function PageRoutes({ pages }: { readonly pages: readonly PageDefinition[] }): ReactElement {
  const t = useTexts(texts);
  const [home] = pages;
  if (home === undefined) return <Nothing>{t.noPages}</Nothing>;
  return (
    <Routes>
      <Route path="/" element={<Navigate to={home.path} replace />} />
      {pages.map((page) => {
        const Page = componentOf(page);
        return <Route key={page.path} path={page.path} element={<Page />} />;
      })}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function NotFound(): ReactElement {
  const t = useTexts(texts);
  const navigate = useNavigate();
  return (
    <Result
      status="info"
      title={t.notFound}
      extra={
        <Button type="primary" onClick={() => void navigate('/')}>
          {t.goHome}
        </Button>
      }
    />
  );
}
