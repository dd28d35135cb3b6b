import './facts.css';

/** Figures side by side, each with its name below and what it means beneath that. */
export function Facts({ children }: { children: React.ReactNode }) {
  return <dl className="cop-facts-row">{children}</dl>;
}

interface FactProps {
  name: string;
  value: React.ReactNode;
  note?: React.ReactNode;
  hint?: string;
  bad?: boolean;
}

export function Fact({ name, value, note, hint, bad = false }: FactProps) {
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd>
        <strong className={bad ? 'cop-bad' : undefined}>{value}</strong>
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
