type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** The messages of a family: `relationPartOf` for `relation` and `part-of`. */
export type FamilyKey<Family extends string, Member extends string> = `${Family}${Pascal<Member>}`;

/** The message of a member, named by the two: a table of them would be a good part of what stories load. */
export function messageOfFamily<Family extends string, Member extends string>(
  family: Family,
  member: Member,
): FamilyKey<Family, Member> {
  const pascal = member.replace(/(?:^|-)./g, (first) => first.slice(-1).toUpperCase());
  // The type says of the name what the line above does.
  return `${family}${pascal}` as FamilyKey<Family, Member>;
}
