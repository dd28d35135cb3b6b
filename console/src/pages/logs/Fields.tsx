import { useTranslation } from 'react-i18next';
import { isPlain, writeCondition } from '../../conditions/conditions';
import type { LinkParams } from '../../time/link';
import { RangeLink } from '../../ui/RangeLink';
import { textOf } from './body';

interface Props {
  name: string;
  fields: Record<string, unknown> | undefined;
  /** the search with one condition more; without it the fields are only shown */
  linkFor?: (condition: string) => LinkParams;
}

/** Names and values; a value can be looked for, or left out, in one step. */
export function Fields({ name, fields, linkFor }: Props) {
  const { t } = useTranslation();
  const entries = Object.entries(fields ?? {});
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{name}</h3>
      <dl>
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>
              <span>{textOf(value)}</span>
              {linkFor && isPlain(value) && (
                <span className="cop-logs__pick">
                  <RangeLink
                    to="/logs"
                    params={linkFor(writeCondition({ key, op: '=', value: String(value) }))}
                    aria-label={t('logs.onlyValue', { key, value: String(value) })}
                    title={t('logs.onlyValue', { key, value: String(value) })}
                  >
                    {'='}
                  </RangeLink>
                  <RangeLink
                    to="/logs"
                    params={linkFor(writeCondition({ key, op: '!=', value: String(value) }))}
                    aria-label={t('logs.notValue', { key, value: String(value) })}
                    title={t('logs.notValue', { key, value: String(value) })}
                  >
                    {'≠'}
                  </RangeLink>
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
