import type { ParseKeys } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

export type MessageKey = ParseKeys;

/** A word of a sentence: plain, or drawn as something else (a link, bold) but still read as text. */
export type Word = string | number | { text: string; node: React.ReactNode };

const END = '\uf8ff';

/**
 * A message with drawn words in it. The words take part in the sentence as text first, so that
 * Korean particles agree with them, and are put in place of that text afterwards. Markers are
 * private-use characters, which are taken out of the words themselves.
 */
export function Say({ k, words }: { k: MessageKey; words: Record<string, Word> }) {
  const { t } = useTranslation();
  const nodes: React.ReactNode[] = [];
  const values: Record<string, string | number> = {};
  for (const [name, word] of Object.entries(words)) {
    if (typeof word === 'object') {
      const open = String.fromCharCode(0xe000 + nodes.push(word.node) - 1);
      values[name] = open + word.text.replace(/[\ue000-\uf8ff]/g, '') + END;
    } else {
      values[name] = word;
    }
  }
  const text = (t as (key: string, values: object) => string)(k, values);
  return text.split(/([\ue000-\uf8fe][^\uf8ff]*\uf8ff)/).map((part, i) => {
    const code = part.charCodeAt(0);
    const drawn = code >= 0xe000 && code < 0xf8ff;
    return <Fragment key={i}>{drawn ? nodes[code - 0xe000] : part}</Fragment>;
  });
}
