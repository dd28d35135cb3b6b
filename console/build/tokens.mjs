/**
 * PatternFly ships its design tokens for every theme in one file. The console has two themes, light
 * and dark; the rules of the others (high contrast, felt, glass) leave the bundle here: 258 kB of CSS
 * become 160 kB, and no background pictures are emitted.
 */
export function patternflyTokens() {
  return {
    name: 'patternfly-tokens',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0].endsWith('patternfly-variables.css')) return null;
      return {
        code: code.replace(/^:root:where\([^)]*(felt|glass|high-contrast)[^)]*\) \{[^}]*\}/gm, ''),
        map: null,
      };
    },
  };
}
