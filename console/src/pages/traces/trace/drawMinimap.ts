import { colour } from '../../../ui/colours';
import { isError, type TraceModel } from './model';
import type { Path } from './path';
import type { Colours } from './serviceColours';

const FOOT = 6;

/** Every span as a line in the colour of its service, errors as ticks on top, the path at the foot. */
export function drawMinimap(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  model: TraceModel,
  path: Path,
  colours: Colours,
): void {
  const dpr = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * dpr);
  canvas.height = Math.round(height * dpr);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const g = canvas.getContext('2d');
  if (!g) return;
  g.scale(dpr, dpr);
  const px = (ms: number) => (ms / (model.length || 1)) * width;
  const room = height - FOOT - 8;
  const step = Math.min(5, room / model.nodes.length);
  const thick = Math.max(1, Math.min(3, step - 1));
  for (const n of model.nodes) {
    g.fillStyle = colours.get(n.span.service) ?? '';
    g.fillRect(px(n.span.start_ms), 6 + n.index * step, Math.max(1, px(n.span.duration_ms)), thick);
  }
  g.fillStyle = colour('text');
  for (const stretches of path.bySpan.values()) {
    for (const [from, to] of stretches) {
      g.fillRect(px(from), height - 4, Math.max(0.5, px(to - from)), 2.5);
    }
  }
  g.fillStyle = colour('bad');
  for (const n of model.nodes) {
    if (!isError(n)) continue;
    const x = px(n.end);
    g.beginPath();
    g.moveTo(x - 3.5, 0);
    g.lineTo(x + 3.5, 0);
    g.lineTo(x, 6);
    g.fill();
  }
}
