import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from './en';
import { josa } from './josa';
import { keepLanguage, language, type Language } from './language';

/** Only the language in use is loaded; the other one is a chunk of its own. */
async function load(lang: Language): Promise<object> {
  return lang === 'ko' ? (await import('./ko')).ko : (await import('./en')).en;
}

export async function startI18n(): Promise<void> {
  const lang = language();
  await i18next
    .use(initReactI18next)
    .use({ type: 'postProcessor', name: 'josa', process: (value: string) => josa(value) })
    .init({
      lng: lang,
      fallbackLng: false,
      resources: { [lang]: { translation: await load(lang) } },
      postProcess: ['josa'],
      // React escapes what it renders; escaping twice would show &amp; to the reader.
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = lang;
}

export async function switchLanguage(lang: Language): Promise<void> {
  i18next.addResourceBundle(lang, 'translation', await load(lang));
  keepLanguage(lang);
  document.documentElement.lang = lang;
  await i18next.changeLanguage(lang);
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}
