import { useTranslation } from 'react-i18next';
import { RangeLink } from '../../../ui/RangeLink';
import { SearchIcon } from '../../../ui/icons';
import { conditionFor } from '../search/criteria';
import { CopyButton } from './CopyButton';

interface Props {
  title: string;
  none: string;
  values: Readonly<Record<string, unknown>>;
  /** narrows "find traces with this value" to this service */
  service?: string;
  /** folded at first */
  closed?: boolean;
}

/** As a person reads it: text as it is, anything else as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Keys and values; each value can be copied, and looked for in other traces. */
export function AttributeList({ title, none, values, service, closed = false }: Props) {
  const { t } = useTranslation();
  const entries = Object.entries(values).sort(([a], [b]) => a.localeCompare(b));
  return (
    <details className="cop-attrs" open={!closed}>
      <summary>
        {title} <span className="cop-dim">{entries.length}</span>
      </summary>
      {entries.length === 0 ? (
        <p className="cop-dim">{none}</p>
      ) : (
        <dl>
          {entries.map(([key, value]) => {
            const text = textOf(value);
            const condition = conditionFor(key, value);
            return (
              <div key={key}>
                <dt>{key}</dt>
                <dd>
                  <span className={typeof value === 'string' ? undefined : 'cop-attrs__number'}>
                    {text === '' ? <span className="cop-dim">{t('traces.span.empty')}</span> : text}
                  </span>
                  <span className="cop-attrs__do">
                    {condition && (
                      <RangeLink
                        className="cop-iconbutton"
                        to="/traces"
                        params={{ service, attr: [condition] }}
                        title={t('traces.span.findValue')}
                        aria-label={t('traces.span.findValueOf', { condition })}
                      >
                        <SearchIcon size={13} />
                      </RangeLink>
                    )}
                    <CopyButton text={text} />
                  </span>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </details>
  );
}
