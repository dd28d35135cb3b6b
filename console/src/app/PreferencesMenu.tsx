import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../api/client';
import { useApi } from '../api/hooks';
import { switchLanguage } from '../i18n';
import type { Language } from '../i18n/language';
import { SettingsIcon } from '../ui/icons';
import { usePopup } from '../ui/usePopup';
import { keepTheme, theme, type Theme } from './preferences';

const LANGUAGES: [Language, string][] = [
  ['ko', '한국어'],
  ['en', 'English'],
];

/** Language, theme, who is signed in. */
export function PreferencesMenu() {
  const { t, i18n } = useTranslation();
  const { open, setOpen, root } = usePopup();
  const [chosen, choose] = useState<Theme>(theme);
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useApi('whoAmI', {}).data;
  const themes: [Theme, string][] = [
    ['system', t('frame.themeSystem')],
    ['light', t('frame.themeLight')],
    ['dark', t('frame.themeDark')],
  ];
  const signOut = async () => {
    await call('signOut', {}).catch(() => undefined);
    client.clear();
    void navigate('/signin');
  };
  return (
    <div className="cop-pop" ref={root}>
      <Button
        variant="plain"
        aria-expanded={open}
        aria-label={t('frame.preferences')}
        title={t('frame.preferences')}
        icon={<SettingsIcon />}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className="cop-pop__panel cop-prefs">
          <fieldset>
            <legend>{t('frame.language')}</legend>
            {LANGUAGES.map(([lang, name]) => (
              <label key={lang}>
                <input
                  type="radio"
                  name="language"
                  checked={i18n.language === lang}
                  onChange={() => void switchLanguage(lang).then(() => client.invalidateQueries())}
                />
                <span lang={lang}>{name}</span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('frame.theme')}</legend>
            {themes.map(([key, name]) => (
              <label key={key}>
                <input
                  type="radio"
                  name="theme"
                  checked={chosen === key}
                  onChange={() => {
                    keepTheme(key);
                    choose(key);
                  }}
                />
                {name}
              </label>
            ))}
          </fieldset>
          {me && (
            <div className="cop-prefs__me">
              <span className="cop-dim">
                {t('frame.signedInAs', { name: me.name, role: t(`frame.role.${me.role}`) })}
              </span>
              <Button variant="link" isInline onClick={() => void signOut()}>
                {t('frame.signOut')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
