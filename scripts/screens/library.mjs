const LIBRARY = 'packages/relief/library/index';

/** Guides that differ in what they lead to: programmes and 12345, the law's own number, the quiet page of farewell. */
const GUIDES = ['medical-assistance', 'legal-aid', 'wandering-rescue', 'farewell-line'];

/** What there is: looked through, searched, found nothing, and what is only explained. */
export function libraryScreens() {
  const searched = (name, typed, selector) => ({
    name: `library-${name}`,
    show: async (phone) => {
      await phone.open(LIBRARY, '.search-box');
      await phone.type('.search-input', typed);
      await phone.see(selector);
    },
    whole: true,
  });
  return [
    { name: 'library', show: (phone) => phone.open(LIBRARY, '.library-row'), whole: true },
    searched('pinyin', 'dibao', '.library-results'),
    searched('words', '看病没钱', '.library-results'),
    searched('alike', '保低', '.library-results'),
    searched('nothing', '围棋比赛', '.library-none'),
    ...['general', 'farewell'].map((door) => ({
      name: `library-door-${door}`,
      show: (phone) => phone.open(`${LIBRARY}?door=${door}`, '.library-row'),
      whole: true,
    })),
    ...GUIDES.map((code) => ({
      name: `guide-${code}`,
      show: (phone) => phone.open(`packages/relief/guide/index?code=${code}`),
      whole: true,
    })),
  ];
}
