import { Link, NavLink } from 'react-router';
import { useHref, type LinkParams } from '../time/link';
import './tabs.css';

export interface Tab {
  path: string;
  name: string;
  /** query parameters the tab keeps */
  params?: LinkParams;
  end?: boolean;
  /** whether it is the one shown, where the address alone does not tell */
  current?: boolean;
}

/** Tabs that are links: each has an address, opens in a new window, and Back works. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const href = useHref();
  return (
    <nav className="cop-tabs" aria-label={label}>
      {tabs.map((tab) =>
        tab.current === undefined ? (
          <NavLink key={tab.path} to={href(tab.path, tab.params)} end={tab.end} preventScrollReset>
            {tab.name}
          </NavLink>
        ) : (
          <Link
            key={tab.path}
            to={href(tab.path, tab.params)}
            preventScrollReset
            {...(tab.current ? { className: 'active', 'aria-current': 'page' } : {})}
          >
            {tab.name}
          </Link>
        ),
      )}
    </nav>
  );
}
