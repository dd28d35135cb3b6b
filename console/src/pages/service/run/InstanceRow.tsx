import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../../api/client';
import type { App, AppInstance, RedSlice } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { appPath, useHref } from '../../../time/link';
import { healthOf } from '../../../ui/health';
import { RangeLink } from '../../../ui/RangeLink';
import { useNow } from '../../../ui/RelativeTime';
import { Confirm } from '../act/Confirm';
import { restartingOne } from '../act/plan';
import { InstanceState, useReason } from './InstanceState';
import { MemoryGauge } from './MemoryGauge';

/** Columns of the table, those of what was asked for included. */
export const INSTANCE_COLUMNS = 11;

interface Props {
  app: App;
  instance: AppInstance;
  red: RedSlice | undefined;
  asked: boolean;
  onAsk: (asked: boolean) => void;
}

/** One running copy; the row opens its logs. */
export function InstanceRow({ app, instance, red, asked, onAsk }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const href = useHref();
  const reason = useReason();
  const now = useNow();
  const { name, state, exit } = instance;
  const logs = { path: appPath(app.name, 'logs'), params: { instance: name } };
  const runs = state !== 'ended' && state !== 'stopping' && state !== 'pending';
  const bad = red && healthOf(red.red) !== 'ok';
  return (
    <>
      <tr
        data-open
        onClick={(e) => {
          if ((e.target as HTMLElement).closest('a,button,.cop-act')) return;
          void navigate(href(logs.path, logs.params));
        }}
      >
        <td className="cop-plain__name">
          <RangeLink to={logs.path} params={logs.params}>
            {name}
          </RangeLink>
        </td>
        <td>
          <InstanceState instance={instance} />
          {exit && (
            <div className="cop-dim" title={format.absolute(exit.time)}>
              {reason(exit.reason)}
              {exit.code !== undefined &&
                ` · ${t('app.instances.exit', { code: String(exit.code) })}`}
            </div>
          )}
        </td>
        <td className="cop-num" title={format.absolute(instance.started)}>
          {runs ? format.duration(Math.max(0, now - Date.parse(instance.started))) : '–'}
        </td>
        <td className="cop-num">
          {runs && instance.cpu !== undefined
            ? t('app.instances.cores', { value: format.figure(instance.cpu) })
            : '–'}
        </td>
        <td>
          <MemoryGauge used={runs ? instance.memory_bytes : undefined} limit={app.memory_bytes} />
        </td>
        <td className="cop-num">{red ? format.rate(red.red.rate) : '–'}</td>
        <td className={`cop-num${bad && red.red.errors > 0 ? ' cop-bad' : ''}`}>
          {red ? format.percent(red.red.error_ratio) : '–'}
        </td>
        <td className="cop-num">{red ? format.duration(red.red.p95_ms) : '–'}</td>
        <td className="cop-num">{instance.release}</td>
        <td title={instance.address}>
          {instance.address?.replace(/^127\.0\.0\.1(?=:)/, '') ?? '–'}
        </td>
        <td>
          <div className="cop-plain__do">
            <RangeLink
              to="/traces"
              params={{ service: app.name, attr: [`service.instance.id=${name}`] }}
            >
              {t('app.instances.traces')}
            </RangeLink>
            {runs && (
              <button
                type="button"
                className="cop-textlink"
                aria-expanded={asked}
                onClick={() => onAsk(!asked)}
              >
                {t('app.act.restartOne')}
              </button>
            )}
          </div>
        </td>
      </tr>
      {asked && (
        <tr className="cop-plain__open">
          <td colSpan={INSTANCE_COLUMNS}>
            <Confirm
              service={app.name}
              name="restartOne"
              sentences={restartingOne(app, name, t)}
              how={() => call('restartInstance', { app: app.name, instance: name })}
              onClose={() => onAsk(false)}
            />
          </td>
        </tr>
      )}
    </>
  );
}
