import { useTranslation } from 'react-i18next';
import { paletteColour } from '../../ui/colours';
import type { Line } from './lines';

interface Props {
  lines: readonly Line[];
  isDrawn: (line: Line, index: number) => boolean;
  format: (value: number) => string;
  onPick: (label: string, only: boolean) => void;
}

/** Each line with its last and highest value. A click shows it alone, with Ctrl adds or removes it. */
export function Legend({ lines, isDrawn, format, onPick }: Props) {
  const { t } = useTranslation();
  const show = (v: number | null) => (v === null ? '–' : format(v));
  return (
    <div className="cop-metrics__legend">
      <table aria-label={t('metrics.legend')}>
        <thead>
          <tr>
            <th scope="col">{t('metrics.line')}</th>
            <th scope="col" className="cop-num">
              {t('metrics.last')}
            </th>
            <th scope="col" className="cop-num">
              {t('metrics.highest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={line.label}>
              <td>
                <button
                  type="button"
                  aria-pressed={isDrawn(line, i)}
                  title={t('metrics.pick')}
                  onClick={(e) => onPick(line.label, !(e.ctrlKey || e.metaKey || e.shiftKey))}
                >
                  <i
                    style={{
                      background: lines.length === 1 ? 'var(--cop-data)' : paletteColour(i),
                    }}
                  />
                  {line.label}
                </button>
              </td>
              <td className="cop-num">{show(line.last)}</td>
              <td className="cop-num">{show(line.max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
