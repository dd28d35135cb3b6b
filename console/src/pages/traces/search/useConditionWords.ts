import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/useFormat';
import type { Criteria, Patch } from './criteria';

interface ConditionWords {
  text: string;
  /** what takes this condition away */
  without: Patch;
}

/** Every condition in words. */
export function useConditionWords(criteria: Criteria): ConditionWords[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { service, operation, kind, status, min_duration_ms, max_duration_ms, attr } = criteria;
  const out: ConditionWords[] = [];
  const named = (name: string, value: string, without: Patch) =>
    out.push({ text: `${name}: ${value}`, without });
  if (service) named(t('traces.search.service'), service, { service: null });
  if (operation) named(t('traces.search.operation'), operation, { operation: null });
  if (kind) named(t('traces.search.kind'), t(`traces.kind.${kind}`), { kind: null });
  if (status) named(t('traces.search.status'), t(`traces.status.${status}`), { status: null });
  if (min_duration_ms !== undefined) {
    named(t('traces.search.min'), format.duration(min_duration_ms), { min_duration_ms: null });
  }
  if (max_duration_ms !== undefined) {
    named(t('traces.search.max'), format.duration(max_duration_ms), { max_duration_ms: null });
  }
  for (const a of attr) out.push({ text: a, without: { attr: attr.filter((o) => o !== a) } });
  return out;
}
