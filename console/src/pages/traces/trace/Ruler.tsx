import { useFormat } from '../../../format/useFormat';
import { ticks, type View } from './view';

/** Times since the start of the trace. */
export function Ruler({ view }: { view: View }) {
  const format = useFormat();
  const wide = view.to - view.from;
  return (
    <div className="cop-ruler" aria-hidden="true">
      {ticks(view, 6).map((ms) => {
        const at = (100 * (ms - view.from)) / wide;
        return (
          <span key={ms} style={{ left: `${at}%` }} className={at > 93 ? 'cop-ruler--end' : ''}>
            {format.duration(ms)}
          </span>
        );
      })}
    </div>
  );
}
