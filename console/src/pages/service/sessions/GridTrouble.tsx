import { useTranslation } from 'react-i18next';
import type { AppSessions } from '../../../api/contract';
import { GridLine, useGrid } from '../../../run/GridLine';
import { HealthMark } from '../../../ui/HealthMark';
import { RangeLink } from '../../../ui/RangeLink';
import { RelativeTime } from '../../../ui/RelativeTime';
import { Say } from '../../../ui/Say';
import '../../../ui/state.css';

/** What keeps the figures, or an instance, from the grid, and what to do; nothing where all is well. */
export function GridTrouble({ sessions }: { sessions: AppSessions }) {
  const { t } = useTranslation();
  const grid = useGrid();
  const { unread, sum } = sessions;
  const cutOff = sessions.instances.filter((i) => i.degraded);
  const whole = !grid || grid.phase === 'ready' || grid.phase === 'external';
  if (!unread && cutOff.length === 0 && whole) return null;
  return (
    <section className="cop-problem" role="status">
      <HealthMark health="warn" size={20} />
      <div>
        {unread && (
          <>
            <h2>{unread.message}</h2>
            {unread.next && <p>{unread.next}</p>}
            {sum && (
              <p>
                <Say
                  k="sessions.old"
                  words={{ when: { text: '', node: <RelativeTime time={sum.time} /> } }}
                />
              </p>
            )}
          </>
        )}
        {cutOff.map((i) => (
          <p key={i.name}>
            {t('sessions.cutOff', { instance: i.name })} {t('sessions.cutOffNext')}
            <small className="cop-dim cop-sessions__why">{i.degraded}</small>
          </p>
        ))}
        {grid && !whole && (
          <p>
            <GridLine grid={grid} />
          </p>
        )}
        <p className="cop-problem__foot">
          <RangeLink to="/platform">{t('sessions.toPlatform')}</RangeLink>
          {unread && (
            <span className="cop-dim">
              {unread.code} · <RelativeTime time={unread.since} />
            </span>
          )}
        </p>
      </div>
    </section>
  );
}
