/** 生前另有安排: what somebody says, once, for a time they need not think of now. Shown only to who taps for it. */
export const kinWish = {
  open: '以后的事，先说一句',
  title: '以后，这里的资料给不给家里人',
  law: '法律说，人走了以后，爱人、父母、子女这些最近的家里人，为自己正当的事，可以带着证明到街道，看他办过什么，也能请街道改、删。病情、收入、说过的话不给看。',
  asLaw: '您没有另外说，就照法律来。',
  withheld: '您说过：以后不给家里人。街道会照您的意思办。',
  withhold: '以后不给家里人',
  follow: '改主意了，照法律来',
  anyTime: '随时能改，不说也行。',
  working: '正在记下…',
  notSayable: '要先确认是您本人，才能说这句话。您更早在别的微信里登记过姓名的，请用那个微信来说。',
} as const;
