import { describe, expect, it } from 'vitest';
import { languageOfAnswer, languageOfEnvironment } from './language.ts';

describe('the language of the answer', () => {
  it('is that of LC_ALL before LC_MESSAGES before LANG, and English where none is known', () => {
    expect(languageOfEnvironment({ LANG: 'es_CO.UTF-8' })).toBe('es');
    expect(languageOfEnvironment({ LC_ALL: 'en_GB', LANG: 'es_CO' })).toBe('en');
    expect(languageOfEnvironment({ LC_ALL: '', LC_MESSAGES: 'es', LANG: 'en' })).toBe('es');
    expect(languageOfEnvironment({ LANG: 'uk_UA.UTF-8' })).toBe('en');
    expect(languageOfEnvironment({})).toBe('en');
  });

  it('is that of a good --lang, written either way, also in a command line that will be refused', () => {
    expect(languageOfAnswer(['count', '--bad', '--lang', 'es'], { LANG: 'en' })).toBe('es');
    expect(languageOfAnswer(['--lang=en'], { LANG: 'es' })).toBe('en');
    expect(languageOfAnswer(['--lang', 'fr'], { LANG: 'es' })).toBe('es');
    expect(languageOfAnswer(['--lang'], { LANG: 'es' })).toBe('es');
  });
});
