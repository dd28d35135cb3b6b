import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useHref } from '../time/link';
import { AppsIcon, LogsIcon, MetricsIcon, NowIcon, PlatformIcon, TracesIcon } from '../ui/icons';
import { Logo } from './Logo';

const PLACES = [
  { key: 'now', path: '/', Icon: NowIcon },
  { key: 'apps', path: '/apps', Icon: AppsIcon },
  { key: 'traces', path: '/traces', Icon: TracesIcon },
  { key: 'logs', path: '/logs', Icon: LogsIcon },
  { key: 'metrics', path: '/metrics', Icon: MetricsIcon },
  { key: 'platform', path: '/platform', Icon: PlatformIcon },
] as const;

/** The places of the console; each link takes the time range along. */
export function Nav() {
  const { t } = useTranslation();
  const href = useHref();
  return (
    <nav className="cop-nav" aria-label={t('nav.label')}>
      <NavLink className="cop-nav__brand" to={href('/')} aria-label="OpenCOP">
        <Logo />
        <span>OpenCOP</span>
      </NavLink>
      <ul>
        {PLACES.map(({ key, path, Icon }) => (
          <li key={key}>
            <NavLink className="cop-nav__link" to={href(path)} end={path === '/'}>
              <Icon />
              <span>{t(`nav.${key}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
