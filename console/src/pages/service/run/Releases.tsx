import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { call } from '../../../api/client';
import type { App, AppRelease, ServiceDetail } from '../../../api/contract';
import { useApi } from '../../../api/hooks';
import { useFormat } from '../../../format/useFormat';
import { appPath } from '../../../time/link';
import { HealthMark } from '../../../ui/HealthMark';
import { healthOf } from '../../../ui/health';
import { RangeLink } from '../../../ui/RangeLink';
import { RelativeTime } from '../../../ui/RelativeTime';
import { Say } from '../../../ui/Say';
import { Confirm } from '../act/Confirm';
import { rollingBack } from '../act/plan';
import { CanaryCard } from './CanaryCard';
import { ReleaseDiff } from './ReleaseDiff';
import { releaseRed } from './releaseRed';
import '../../../ui/table.css';

const COLUMNS = 9;

/** What serves, what came before, how they differ, and the way back. */
export function Releases({ app, detail }: { app: App; detail: ServiceDetail }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [asked, ask] = useState<number | null>(null);
  const releases = [...app.releases].reverse();
  const serving = app.releases.find((r) => r.number === app.release);
  const numbers = app.releases.map((r) => r.number);
  const to = Number(params.get('diff_to')) || app.target;
  const from = Number(params.get('diff_from')) || before(numbers, to);
  return (
    <div className="cop-stack">
      <p className="cop-first">
        {serving && app.canary ? (
          t('app.releases.firstCanary', {
            number: serving.number,
            share: 100 - app.canary.weight,
            target: app.target,
            weight: app.canary.weight,
          })
        ) : serving ? (
          <Say
            k="app.releases.first"
            words={{
              number: serving.number,
              when: { text: '', node: <RelativeTime time={serving.created} /> },
            }}
          />
        ) : (
          t('app.releases.firstNone')
        )}
        {serving &&
          !app.canary &&
          app.target !== app.release &&
          ` ${t('app.releases.rolling', { number: app.release, target: app.target })}`}
      </p>
      {app.canary && <CanaryCard canary={app.canary} />}
      <div className="cop-card cop-plain">
        <table aria-label={t('app.tab.releases')}>
          <thead>
            <tr>
              <th scope="col">{t('app.releases.number')}</th>
              <th scope="col">{t('app.releases.state')}</th>
              <th scope="col">{t('app.releases.version')}</th>
              <th scope="col">{t('app.releases.created')}</th>
              <th scope="col">{t('app.releases.author')}</th>
              <th scope="col">{t('app.releases.artefact')}</th>
              <th scope="col" className="cop-num">
                {t('red.rate')}
              </th>
              <th scope="col" className="cop-num">
                {t('red.errors')} · {t('red.p95')}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {releases.map((r) => (
              <Row
                key={r.number}
                app={app}
                release={r}
                detail={detail}
                before={before(numbers, r.number)}
                asked={asked === r.number}
                onAsk={(on) => ask(on ? r.number : null)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {from > 0 && <ReleaseDiff app={app} from={from} to={to} />}
    </div>
  );
}

function before(numbers: readonly number[], number: number): number {
  return Math.max(0, ...numbers.filter((n) => n < number));
}

interface RowProps {
  app: App;
  release: AppRelease;
  detail: ServiceDetail;
  before: number;
  asked: boolean;
  onAsk: (asked: boolean) => void;
}

function Row({ app, release, detail, before: previous, asked, onAsk }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, version, artefact } = release;
  const red = releaseRed(app, release, detail);
  const sent = detail.versions.some((v) => v.key === version);
  const serves = number === app.release;
  const comes = number === app.target && !serves;
  const back =
    !serves && !comes && app.failed !== undefined && number === app.releases.at(-1)?.number;
  const state = serves ? 'active' : comes ? 'target' : back ? 'takenBack' : 'old';
  return (
    <>
      <tr>
        <td>{number}</td>
        <td>
          <span className={`cop-state${serves || comes ? '' : ' cop-dim'}`}>
            {serves && <HealthMark health="ok" size={14} />}
            {back && <HealthMark health="warn" size={14} />}
            {t(`app.releases.${state}`)}
          </span>
        </td>
        <td>
          {sent ? (
            <RangeLink
              to="/traces"
              params={{ service: app.name, attr: [`service.version=${version}`] }}
            >
              {version}
            </RangeLink>
          ) : (
            version
          )}
        </td>
        <td>
          <RelativeTime time={release.created} />
        </td>
        <td>{release.author ?? '–'}</td>
        <td title={artefact || undefined}>
          {artefact ? <code>{artefact.slice(0, 12)}</code> : t('app.releases.artefactNone')}
        </td>
        <td className="cop-num">{red ? format.rate(red.rate) : '–'}</td>
        <td className={`cop-num${red && healthOf(red) === 'bad' ? ' cop-bad' : ''}`}>
          {red ? `${format.percent(red.error_ratio)} · ${format.duration(red.p95_ms)}` : '–'}
        </td>
        <td>
          <div className="cop-plain__do">
            {previous > 0 && (
              <RangeLink
                to={appPath(app.name, 'releases')}
                params={{ diff_from: previous, diff_to: number }}
                preventScrollReset
                title={t('app.releases.compareWith')}
              >
                {t('app.releases.compare')}
              </RangeLink>
            )}
            {!serves && !comes && (
              <button
                type="button"
                className="cop-textlink"
                aria-expanded={asked}
                onClick={() => onAsk(!asked)}
              >
                {t('app.releases.rollBack')}
              </button>
            )}
          </div>
        </td>
      </tr>
      {asked && (
        <tr className="cop-plain__open">
          <td colSpan={COLUMNS}>
            <RollBack app={app} number={number} onClose={() => onAsk(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The way back, with how many fields it changes. */
function RollBack({ app, number, onClose }: { app: App; number: number; onClose: () => void }) {
  const { t } = useTranslation();
  const differ = useApi('compareReleases', { app: app.name, from: app.target, to: number });
  return (
    <Confirm
      service={app.name}
      name="undo"
      sentences={rollingBack(app, number, differ.data?.fields.length ?? null, t)}
      how={() => call('undoApp', { app: app.name }, { body: { release: number } })}
      onClose={onClose}
    />
  );
}
