/**
 * Answers as the phone keeps them: every question whose facts are all among `facts` counts as asked, in the order of
 * the vocabulary. `at` = which of them is on the screen; absent = all are answered.
 */
export function interviewOf(questions, facts, at) {
  const asked = questions.filter(({ facts: names }) => names.every((name) => name in facts)).map(({ id }) => id);
  return { facts, asked, at: at ?? asked.length, doors: ['general'], editing: false };
}

/** The question of each way to ask: one choice, yes/no, a list to tick, a number of people, an age, a day, a sum. */
export function questionOfEachKind(questions, facts) {
  const kinds = new Map();
  const generalFirst = [...questions].sort(
    (one, other) => (one.door === 'general' ? 0 : 1) - (other.door === 'general' ? 0 : 1),
  );
  for (const question of generalFirst) {
    const { type, unit } = facts[question.facts[0]];
    const kind = question.facts.length > 1 ? 'list' : unit === 'years' ? 'age' : type;
    if (!kinds.has(kind)) kinds.set(kind, question);
  }
  return kinds;
}

/** The question with some answer, on the screen. */
export function shownQuestion(question, facts) {
  return interviewOf([question], valuesOf(question, facts), 0);
}

export function valuesOf(question, facts) {
  return Object.fromEntries(question.facts.map((name) => [name, anyValue(facts[name])]));
}

/** Some value a fact may take, so that a question can be shown as answered. */
export function anyValue(definition) {
  switch (definition.type) {
    case 'boolean':
      return false;
    case 'choice':
      return definition.options[0].value;
    case 'date':
      return definition.earliest;
    default:
      return definition.min ?? 0;
  }
}
