import './state.css';

interface Props {
  title: string;
  /** the next step: text, links, commands to copy */
  children?: React.ReactNode;
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: Props) {
  return (
    <section className="cop-empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
