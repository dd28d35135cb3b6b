const SHEET = 'patternfly-variables.css';

/**
 * PatternFly ships its design tokens for every theme in one file of 258 kB. The rules of the themes
 * we do not have (high contrast, felt, glass) leave it first; once everything is bundled, so do the
 * tokens that no rule and no script refers to, directly or through other tokens.
 */
export function patternflyTokens() {
  return {
    name: 'patternfly-tokens',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0].endsWith(SHEET)) return null;
      return {
        code: code.replace(/^:root:where\([^)]*(felt|glass|high-contrast)[^)]*\) \{[^}]*\}/gm, ''),
        map: null,
      };
    },
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const sheets = files.filter((f) => f.type === 'asset' && f.fileName.endsWith('.css'));
      const used = usedTokens([
        ...sheets.map((f) => String(f.source)),
        ...files.flatMap((f) => (f.type === 'chunk' ? [f.code] : [])),
      ]);
      for (const sheet of sheets) {
        sheet.source = String(sheet.source).replace(
          /(--pf-t--[\w-]+):[^;{}]*(;|(?=\}))/g,
          (text, name) => (used.has(name) ? text : ''),
        );
      }
    },
  };
}

/** Names of the tokens that are needed: those used outside of tokens, and what they are made of. */
export function usedTokens(texts) {
  const madeOf = new Map();
  const used = new Set();
  const names = (text) => text.match(/--pf-t--[\w-]+/g) ?? [];
  for (const text of texts) {
    const rest = text.replace(/(--pf-t--[\w-]+):([^;{}]*)(;|(?=\}))/g, (_, name, value) => {
      madeOf.set(name, [...(madeOf.get(name) ?? []), ...names(value)]);
      return '';
    });
    names(rest).forEach((name) => used.add(name));
  }
  const open = [...used];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const part of madeOf.get(name) ?? []) {
      if (used.has(part)) continue;
      used.add(part);
      open.push(part);
    }
  }
  return used;
}
