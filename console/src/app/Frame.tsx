import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { rangeOf } from '../time/range';
import { Skeleton } from '../ui/Skeleton';
import { Nav } from './Nav';
import { PreferencesMenu } from './PreferencesMenu';
import { SearchBox } from './SearchBox';
import { TimeControl } from './TimeControl';
import './frame.css';

/** Left: where to. Top: when, and the one box. The rest is the page's. */
export function Frame() {
  const { t } = useTranslation();
  useRangeInUrl();
  return (
    <div className="cop-frame">
      <a className="cop-skip" href="#main">
        {t('nav.skip')}
      </a>
      <Nav />
      <header className="cop-top">
        <SearchBox />
        <TimeControl />
        <PreferencesMenu />
      </header>
      <main id="main" className="cop-main" tabIndex={-1}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <Outlet />
        </Suspense>
      </main>
      {/* A new range is the same place: only another page begins at its top. */}
      <ScrollRestoration getKey={(l) => l.pathname} />
    </div>
  );
}

/** The range is always written in the URL, so that any address pasted to a colleague is complete. */
function useRangeInUrl() {
  const location = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const params = new URLSearchParams(location.search);
    const range = rangeOf(params);
    if (params.get('from') === range.from && params.get('to') === range.to) return;
    params.set('from', range.from);
    params.set('to', range.to);
    void navigate({ search: params.toString(), hash: location.hash }, { replace: true });
  }, [location, navigate]);
}
