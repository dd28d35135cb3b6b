import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { GridLine, type Grid } from '../../run/GridLine';
import type { Health } from '../../ui/health';
import { HealthMark } from '../../ui/HealthMark';
import { PlainTable } from '../../ui/PlainTable';

type Member = Grid['members'][number];

const MARK: Record<Member['state'], Health> = {
  starting: 'warn',
  ready: 'ok',
  refusing: 'bad',
  ended: 'bad',
};

/** Where the sessions of the apps are: the grid's members, and how many each of them sees. */
export function GridCard({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="cop-card cop-grid" aria-label={t('sessions.grid.title')}>
      <h2>{t('sessions.grid.title')}</h2>
      <p>
        <GridLine grid={grid} />
        {grid.restarts > 0 && (
          <span className="cop-dim">
            {` · ${t('sessions.grid.restarts', { number: format.count(grid.restarts) })}`}
          </span>
        )}
      </p>
      {grid.members.length > 0 && (
        <PlainTable<Member>
          label={t('sessions.grid.title')}
          rows={grid.members}
          rowKey={(m) => m.name}
          columns={[
            { head: t('sessions.grid.member'), cell: (m) => m.name },
            {
              head: t('sessions.grid.state'),
              cell: (m) => (
                <>
                  <HealthMark health={MARK[m.state]} size={14} />{' '}
                  {t(`sessions.grid.memberState.${m.state}`)}
                </>
              ),
            },
            { head: t('sessions.grid.address'), cell: (m) => <code>{m.address}</code> },
            {
              head: t('sessions.grid.together'),
              numeric: true,
              cell: (m) => format.count(m.together),
            },
          ]}
        />
      )}
    </section>
  );
}
