import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDark } from '../../../app/useDark';
import { useWidth } from '../../../ui/useWidth';
import { drawMinimap } from './drawMinimap';
import type { TraceModel } from './model';
import type { Path } from './path';
import type { Colours } from './serviceColours';
import type { TraceState } from './useTraceState';
import { clampView, moved, zoomed, type View } from './view';

const HEIGHT = 46;
/** px; less than this is a click, not a box */
const CLICK = 4;

interface Props {
  model: TraceModel;
  path: Path;
  colours: Colours;
  state: TraceState;
}

/** The whole trace, small. Dragging chooses the part to look at; a double click the whole again. */
export function Minimap({ model, path, colours, state }: Props) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(host);
  const dark = useDark();
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const { view, setView } = state;
  useEffect(() => {
    if (canvas.current && width > 0) {
      drawMinimap(canvas.current, width, HEIGHT, model, path, colours);
    }
  }, [model, path, colours, width, dark]);
  // The wheel with Ctrl zooms here and in the rows; React's own wheel listener cannot hold it back.
  useEffect(() => {
    const area = host.current?.closest('.cop-fall');
    if (!area) return;
    const wheel = (e: Event) => {
      const { ctrlKey, deltaY, clientX } = e as WheelEvent;
      if (!ctrlKey || !host.current) return;
      e.preventDefault();
      const { left, width: wide } = host.current.getBoundingClientRect();
      const at = Math.min(1, Math.max(0, (clientX - left) / wide));
      setView(zoomed(view, deltaY > 0 ? 1.3 : 0.77, at, model.length));
    };
    area.addEventListener('wheel', wheel, { passive: false });
    return () => area.removeEventListener('wheel', wheel);
  }, [view, setView, model]);

  const ms = (e: React.PointerEvent) => {
    const { left, width: wide } = host.current!.getBoundingClientRect();
    return (Math.min(1, Math.max(0, (e.clientX - left) / wide)) || 0) * model.length;
  };
  const shown: View = drag
    ? { from: Math.min(drag.from, drag.to), to: Math.max(drag.from, drag.to) }
    : view;
  const share = (v: number) => `${(100 * v) / model.length}%`;
  return (
    <div
      ref={host}
      className="cop-mini"
      title={t('traces.fall.brush')}
      style={{ height: HEIGHT }}
      onPointerDown={(e) => {
        if (e.button !== 0) return;
        e.currentTarget.setPointerCapture(e.pointerId);
        setDrag({ from: ms(e), to: ms(e) });
      }}
      onPointerMove={(e) => drag && setDrag({ ...drag, to: ms(e) })}
      onPointerUp={(e) => {
        if (!drag) return;
        setDrag(null);
        const to = ms(e);
        const wide = Math.abs(to - drag.from);
        if ((wide / model.length) * width >= CLICK) {
          setView(
            clampView({ from: Math.min(to, drag.from), to: Math.max(to, drag.from) }, model.length),
          );
        } else if (view.to - view.from < model.length) {
          // A click moves the window there.
          const middle = (view.from + view.to) / 2;
          setView(moved(view, (to - middle) / (view.to - view.from), model.length));
        }
      }}
      onPointerCancel={() => setDrag(null)}
      onDoubleClick={() => setView({ from: 0, to: model.length })}
    >
      <canvas ref={canvas} />
      <i className="cop-mini__out" style={{ left: 0, width: share(shown.from) }} />
      <i className="cop-mini__out" style={{ left: share(shown.to), right: 0 }} />
      <i
        className="cop-mini__view"
        style={{ left: share(shown.from), width: share(shown.to - shown.from) }}
      />
    </div>
  );
}
