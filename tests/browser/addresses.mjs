// The public pages by their addresses, for what measures them: those that differ in kind, and those that are like one of
// them but for their words.

const welsh = (path) => (path === "/" ? "/cy" : `/cy${path}`);

// Where everything is, the stage says.
export function publicPages(stage) {
  const many = stage.ideas.many;
  const number = many.split("/").slice(0, 3).join("/");
  const kinds = [
    "/",
    "/ideas",
    "/campaigns/open-question",
    many,
    `${many}?view=sides`,
    `${many}/vote`,
    `${number}/comments/new`,
    `${number}/comments/1/reply`,
    `${stage.ideas.edited}/history`,
    `${many}/report`,
    stage.receipt,
    "/ideas/new",
    "/sign-in",
    "/sign-in/code",
    stage.profile,
    "/about",
    "/guidelines/1",
    "/cookies",
    "/transparency",
    "/transparency/decisions",
    "/answers",
    "/departments",
    stage.outcomes.council.department,
    "/promises",
    stage.outcomes.council.answered,
    stage.outcomes.council.history,
    "/cy",
    welsh(many),
  ];
  const alike = [
    "/ideas?q=bench",
    "/ideas?q=zeppelin",
    "/campaigns/closed-question",
    "/guidelines",
    "/privacy",
    "/accessibility",
    "/offline",
    stage.outcomes.council.owed,
    ...["/answers", "/departments", "/promises", "/ideas", "/campaigns/open-question", "/ideas/new", "/sign-in", `${many}/report`, `${number}/comments/new`, stage.profile].map(welsh),
    ...["/about", "/guidelines", "/privacy", "/cookies", "/accessibility", "/transparency", "/transparency/decisions"].map(welsh),
  ];
  const heavy = ["/", "/ideas", "/campaigns/open-question", many, `${many}?view=sides`, "/ideas/new", "/sign-in", stage.profile, "/transparency", "/cy"];
  // What isn't there is a page too. Lighthouse calls its status a fault.
  return { kinds, heavy, alike, gone: ["/nowhere", "/cy/nowhere", stage.withdrawn] };
}
