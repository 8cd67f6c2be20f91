/** The tabs and what opens from them. */
const DOORS = ['elder', 'apply'];

export const mainScreens = () => [
  { name: 'home', show: (phone) => phone.open('pages/home/index', '.door'), whole: true },
  { name: 'services', show: (phone) => phone.open('pages/services/index'), whole: true },
  { name: 'booking', show: (phone) => phone.open('pages/booking/index'), whole: true },
  { name: 'mine', show: (phone) => phone.open('pages/mine/index'), whole: true },
  { name: 'about', show: (phone) => phone.open('packages/mine/about/index'), whole: true },
  { name: 'urgent', show: (phone) => phone.open('packages/urgent/call/index'), whole: true },
  ...DOORS.map((door) => ({
    name: `later-${door}`,
    show: (phone) => phone.open(`pages/later/index?door=${door}`),
    whole: true,
  })),
];
