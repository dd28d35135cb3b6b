import type { TFunction } from 'i18next';
import type { SearchHits } from '../api/contract';
import { appPath, type LinkParams } from '../time/link';

type Hit = SearchHits['hits'][number];

/** One line under the search box: what it is and where it leads. */
export interface Place {
  kind: Hit['kind'];
  label: string;
  service: string | null;
  count: number | null;
  path: string;
  params: LinkParams;
}

const TRACE_ID = /^[0-9a-f]{32}$/i;

function placeOf(hit: Hit): Place {
  const service = hit.service ?? null;
  const base = { kind: hit.kind, label: hit.label, service, count: hit.count ?? null, params: {} };
  switch (hit.kind) {
    case 'service':
      return { ...base, service: null, path: appPath(service ?? hit.label) };
    case 'operation':
      return {
        ...base,
        path: '/traces',
        params: { service, operation: hit.operation ?? hit.label },
      };
    case 'trace':
      return { ...base, path: `/traces/${hit.trace_id ?? hit.label}` };
    case 'log_text':
      return { ...base, path: '/logs', params: { service, text: hit.label } };
    case 'metric':
      return { ...base, path: '/metrics', params: { service, name: hit.metric ?? hit.label } };
  }
}

/** The hits as places; what was typed can always be looked for in the logs, or opened as a trace. */
export function placesOf(hits: Hit[], text: string, t: TFunction): Place[] {
  const places = hits.map(placeOf);
  const base = { service: null, count: null };
  if (TRACE_ID.test(text)) {
    if (!hits.some((h) => h.kind === 'trace')) {
      places.push({ ...base, kind: 'trace', label: text, path: `/traces/${text}`, params: {} });
    }
  } else if (!hits.some((h) => h.kind === 'log_text')) {
    const label = t('search.inLogs', { text });
    places.push({ ...base, kind: 'log_text', label, path: '/logs', params: { text } });
  }
  return places;
}
