import { useTranslation } from 'react-i18next';
import type { Span } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { AttributeList, textOf } from './AttributeList';
import { CopyButton } from './CopyButton';

type Event = NonNullable<Span['events']>[number];

const STACK = 'exception.stacktrace';

/** What the span noted while it ran; exceptions with their stack traces. */
export function SpanEvents({ events, spanStart }: { events: readonly Event[]; spanStart: string }) {
  const { t } = useTranslation();
  if (events.length === 0) return null;
  return (
    <details className="cop-attrs" open>
      <summary>
        {t('traces.span.events')} <span className="cop-dim">{events.length}</span>
      </summary>
      <ul className="cop-events">
        {events.map((e, i) => (
          <li key={i}>
            <EventView event={e} spanStart={spanStart} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function EventView({ event, spanStart }: { event: Event; spanStart: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const attributes = event.attributes ?? {};
  const offset = event.offset_ms ?? Date.parse(event.time) - Date.parse(spanStart);
  const type = attributes['exception.type'];
  const message = attributes['exception.message'];
  const stack = attributes[STACK];
  const exception = event.name === 'exception';
  const rest = Object.fromEntries(
    Object.entries(attributes).filter(
      ([k]) => !exception || ![STACK, 'exception.type', 'exception.message'].includes(k),
    ),
  );
  return (
    <>
      <p>
        <span className="cop-dim" title={format.absolute(event.time)}>
          +{format.duration(offset)}
        </span>{' '}
        {exception ? (
          <>
            <strong className="cop-bad">{type === undefined ? event.name : textOf(type)}</strong>
            {message !== undefined && <> {textOf(message)}</>}
          </>
        ) : (
          <strong>{event.name}</strong>
        )}
      </p>
      {stack !== undefined && (
        <div className="cop-stacktrace">
          <pre tabIndex={0}>{textOf(stack)}</pre>
          <CopyButton text={textOf(stack)} label={t('traces.span.copyStack')} />
        </div>
      )}
      {Object.keys(rest).length > 0 && (
        <AttributeList title={t('traces.span.eventAttributes')} none="" values={rest} />
      )}
    </>
  );
}
