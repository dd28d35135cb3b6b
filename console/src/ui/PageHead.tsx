import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  /** state, before the title */
  mark?: React.ReactNode;
  /** the page's answer in one sentence */
  lead?: React.ReactNode;
  /** controls of the whole page, at the right */
  children?: React.ReactNode;
}

/** Title (also the window's), the first line in words, and the page's controls. */
export function PageHead({ title, mark, lead, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('frame.title', { page: title });
  }, [t, title]);
  return (
    <header className="cop-head">
      <div>
        <h1>
          {mark}
          {title}
        </h1>
        {lead && <p className="cop-head__lead">{lead}</p>}
      </div>
      {children && <div className="cop-head__tools">{children}</div>}
    </header>
  );
}
