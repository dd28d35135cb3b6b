import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import type { AppSessions } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { Confirm } from '../act/Confirm';
import { endingAll } from './ending';

/** Everybody out: said in full, and done only where the app's name was typed. */
export function EndAll({ sessions, onClose }: { sessions: AppSessions; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { app } = sessions;
  const [typed, type] = useState('');
  const [sentences] = useState(() => endingAll(sessions, t, format));
  const label = t('sessions.find.type', { app });
  const end = async () => {
    const body = { all: true, confirm: typed };
    const { ended } = await call('endAppSessions', { app }, { body });
    return ended === 0 ? t('sessions.find.gone') : undefined;
  };
  return (
    <Confirm
      service={app}
      name="endAll"
      sentences={sentences}
      idle={typed !== app}
      how={end}
      onClose={onClose}
    >
      <label className="cop-row cop-sessions__type">
        {label}
        <input
          className="cop-select"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(e) => type(e.target.value)}
        />
      </label>
    </Confirm>
  );
}
