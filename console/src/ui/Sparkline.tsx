import './charts.css';

interface Props {
  values: readonly (number | null)[];
  /** drawn under the line in the colour of errors, on the same scale */
  errors?: readonly (number | null)[];
  width?: number;
  height?: number;
  /** says what the line shows; read by screen readers */
  label: string;
}

/** The line through the values; a null is drawn as zero, because no request is no rate. */
function line(values: readonly (number | null)[], max: number, w: number, h: number): string {
  if (values.length < 2) return '';
  const step = w / (values.length - 1);
  const y = (v: number | null) => (h - ((v ?? 0) / max) * (h - 2)).toFixed(1);
  return values.map((v, i) => `${(i * step).toFixed(1)} ${y(v)}`).join('L');
}

/** The same, closed along the bottom. */
function area(values: readonly (number | null)[], max: number, w: number, h: number): string {
  const top = line(values, max, w, h);
  return top && `M0 ${h}L${top}L${w} ${h}Z`;
}

/** A trend without axes. */
export function Sparkline({ values, errors, width = 120, height = 32, label }: Props) {
  const max = Math.max(1e-9, ...values.map((v) => v ?? 0));
  return (
    <svg
      className="cop-spark"
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="cop-spark__area" d={area(values, max, width, height)} />
      <path className="cop-spark__line" d={`M${line(values, max, width, height) || '0 0'}`} />
      {errors?.some((e) => e) && (
        <path className="cop-spark__errors" d={area(errors, max, width, height)} />
      )}
    </svg>
  );
}
