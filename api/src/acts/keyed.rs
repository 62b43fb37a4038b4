//! Every act takes a `clientMutationId` and gives it back, and no act has a word of it: the root of all acts is wrapped once.
//! Inputs and payloads get the field when the root is registered, and a payload gets the id when its act has answered.
//!
//! It refuses to let an act do without: whatever hangs under the root as `act(input: …): …` has both fields.

use std::borrow::Cow;

use async_graphql::indexmap::IndexMap;
use async_graphql::parser::types::Field;
use async_graphql::registry::{MetaField, MetaInputValue, MetaType, MetaTypeName, Registry};
use async_graphql::resolver_utils::resolve_container_serial;
use async_graphql::{
    ContainerType, Context, ContextSelectionSet, InputType, Name, ObjectType, OutputType, Positioned, ServerResult,
    Value,
};

use super::ids::{self, FIELD, INPUT};

/// What an input says of it.
const IN_INPUT: &str = "Your own name for this act, never chosen twice: 1 to 255 visible characters of ASCII. A random UUID \
     fits. The same request under the same name is done once and gets its first answer again, as by `Idempotency-Key`.";
/// What a payload says of it.
const IN_PAYLOAD: &str = "What you called this act, if you did.";

/// A root of acts, each of which takes an id of its sender's and gives it back.
#[derive(Default)]
pub struct Keyed<M>(M);

impl<M: ObjectType> OutputType for Keyed<M> {
    fn type_name() -> Cow<'static, str> {
        M::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        let root = M::create_type_info(registry);
        register(registry, &M::type_name());
        root
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _field: &Positioned<Field>) -> ServerResult<Value> {
        resolve_container_serial(ctx, self).await
    }
}

impl<M: ObjectType> ContainerType for Keyed<M> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        // In a box: all acts together are about as deep as the compiler follows.
        let mut answer = Box::pin(self.0.resolve_field(ctx)).await?;
        if let Some(Value::Object(payload)) = &mut answer {
            give_back(ctx, payload);
        }
        Ok(answer)
    }
}

impl<M: ObjectType> ObjectType for Keyed<M> {}

/// Puts the id wherever the payload was asked for it. The payload itself knows no such field, and left those places empty.
fn give_back(ctx: &Context<'_>, payload: &mut IndexMap<Name, Value>) {
    let act = ctx.field();
    let asked = act.selection_set().filter(|field| field.name() == FIELD);
    let places: Vec<&str> = asked.map(|field| field.alias().unwrap_or(FIELD)).collect();
    if places.is_empty() {
        return;
    }
    let query = ctx.query_env;
    let id = ids::of(&ctx.item.node, &query.operation.node, &query.variables).map_or(Value::Null, Value::String);
    for place in places {
        if let Some(place) = payload.get_mut(place) {
            place.clone_from(&id);
        }
    }
}

/// Adds the field to the input and to the payload of every act under this root.
fn register(registry: &mut Registry, root: &str) {
    let text = <Option<String> as InputType>::create_type_info(registry);
    let Some(fields) = registry.types.get(root).and_then(MetaType::fields) else { return };
    let bare = |kind: &str| MetaTypeName::concrete_typename(kind).to_owned();
    let acts = fields.values().filter_map(|act| Some((bare(&act.args.get(INPUT)?.ty), bare(&act.ty))));
    let acts: Vec<(String, String)> = acts.collect();
    for (input, payload) in acts {
        if let Some(MetaType::InputObject { input_fields, .. }) = registry.types.get_mut(&input) {
            input_fields.insert(FIELD.to_owned(), part_of_input(&text));
        }
        if let Some(MetaType::Object { fields, .. }) = registry.types.get_mut(&payload) {
            fields.insert(FIELD.to_owned(), field_of_payload(&text));
        }
    }
}

/// As `InputObject` would derive it.
fn part_of_input(text: &str) -> MetaInputValue {
    MetaInputValue {
        name: FIELD.to_owned(),
        description: Some(IN_INPUT.to_owned()),
        ty: text.to_owned(),
        deprecation: Default::default(),
        default_value: None,
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        is_secret: false,
        directive_invocations: Vec::new(),
    }
}

/// As `SimpleObject` would derive it.
fn field_of_payload(text: &str) -> MetaField {
    MetaField {
        name: FIELD.to_owned(),
        description: Some(IN_PAYLOAD.to_owned()),
        args: IndexMap::new(),
        ty: text.to_owned(),
        deprecation: Default::default(),
        cache_control: Default::default(),
        external: false,
        requires: None,
        provides: None,
        visible: None,
        shareable: false,
        inaccessible: false,
        tags: Vec::new(),
        override_from: None,
        compute_complexity: None,
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}
