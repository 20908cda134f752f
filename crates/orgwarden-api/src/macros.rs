//! The three shapes that every noun of the API is made of: identifiers, open enums and objects.
//!
//! Answers change without notice: members appear, enums grow, whole blocks move. So only identifiers are required,
//! unknown members are kept, and unknown enum values are carried.

/// Declares an opaque identifier: never parsed, never compared by shape.
macro_rules! id {
    ($($(#[$meta:meta])* $Name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $Name(Box<str>);

        impl $Name {
            /// The identifier as the API wrote it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<&str> for $Name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $Name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl AsRef<str> for $Name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    )+};
}

/// Declares an enum that may grow on the server: a value that is not known here is carried in `Other`.
macro_rules! open_enum {
    ($($(#[doc = $doc:literal])+ pub enum $Name:ident {
        $($(#[doc = $value_doc:literal])+ $Value:ident = $text:literal,)+
    })+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $($(#[doc = $value_doc])+ $Value,)+
            /// A value that the API has and this version does not know, as it was written.
            Other(Box<str>),
        }

        impl $Name {
            /// The values known to this version.
            pub const KNOWN: &[Self] = &[$(Self::$Value,)+];

            /// The word of the API.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$Value => $text,)+
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $Name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$Value,)+
                    other => Self::Other(other.into()),
                }
            }
        }

        impl AsRef<str> for $Name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl serde::de::Visitor<'_> for Text {
                    type Value = $Name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("a text for ", stringify!($Name)))
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$Name, E> {
                        Ok(text.into())
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }

        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                // Not `enum`: the list is open, so the known values are examples.
                schemars::json_schema!({
                    "type": "string",
                    "description": concat!($($doc,)+).trim_ascii(),
                    "examples": [$($text,)+],
                    "x-meanings": [$(concat!($($value_doc,)+).trim_ascii(),)+],
                })
            }
        }
    )+};
}

/// Declares an enum of words that are only sent: what is not in it cannot be asked for.
macro_rules! closed_enum {
    ($($(#[$meta:meta])* pub enum $Name:ident { $($(#[$value_meta:meta])* $Value:ident = $text:literal,)+ })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $($(#[$value_meta])* $Value,)+
        }

        impl $Name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$Value,)+];

            /// The word of the API.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Value => $text,)+
                }
            }
        }

        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    )+};
}

/// Declares an object of the API.
///
/// Each member is one of
/// - `required`: reading fails without it; only identifiers are;
/// - `optional`: may be absent or null, and is not written when absent;
/// - `nullable`: may be absent or null, and is written as null;
/// - `list`: absent or null reads as empty;
/// - `count`: a whole number; absent or null reads as none at all;
/// - `whole`: a whole number that is otherwise as `optional`.
///
/// A member whose API name is a Rust keyword has it in brackets: `kind("type")`.
/// What is not named goes to `extra`. `mend` sees the draft (every member an `Option`) before it is settled, and takes
/// members from where other versions of the API keep them.
macro_rules! object {
    (
        $(#[$meta:meta])*
        pub struct $Name:ident as $object:tt {
            $($(#[$member_meta:meta])* $presence:ident $member:ident $(($name:literal))?: $Type:ty,)+
        }
    ) => {
        object! {
            $(#[$meta])*
            pub struct $Name as $object { $($(#[$member_meta])* $presence $member $(($name))?: $Type,)+ }
            mend |draft| {}
        }
    };
    (
        $(#[$meta:meta])*
        pub struct $Name:ident as $object:tt {
            $($(#[$member_meta:meta])* $presence:ident $member:ident $(($name:literal))?: $Type:ty,)+
        }
        mend |$draft:ident| $mend:block
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, schemars::JsonSchema)]
        #[schemars(extend("x-api-object" = true))]
        #[allow(missing_docs, reason = "a member without a note means what its name says")]
        pub struct $Name {
            $($(#[$member_meta])* $(#[schemars(rename = $name)])? pub $member: object!(@type $presence $Type),)+
            /// Members that this version does not know, as they came.
            #[schemars(skip)]
            pub extra: $crate::model::Extra,
        }

        const _: () = {
            #[derive(Default)]
            struct Draft {
                $($member: Option<$Type>,)+
                extra: $crate::model::Extra,
            }

            struct Members;

            impl<'de> serde::de::Visitor<'de> for Members {
                type Value = $Name;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(concat!("an object ", stringify!($Name)))
                }

                fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$Name, A::Error> {
                    #[allow(unused_mut, reason = "only some objects need mending")]
                    let mut $draft = Draft::default();
                    while let Some(key) = map.next_key::<$crate::model::Key<'de>>()? {
                        #[allow(unreachable_patterns, reason = "an object whose word varies has it as a member")]
                        match &*key.0 {
                            $(object!(@name $member $($name)?) => $draft.$member = object!(@read $presence map),)+
                            "object" => drop(map.next_value::<serde::de::IgnoredAny>()?),
                            unknown => $draft.extra.insert(unknown, map.next_value()?),
                        }
                    }
                    $mend
                    Ok($Name {
                        $($member: object!(@settle $presence $draft.$member, object!(@name $member $($name)?)),)+
                        extra: $draft.extra,
                    })
                }
            }

            impl<'de> serde::Deserialize<'de> for $Name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_map(Members)
                }
            }

            impl serde::Serialize for $Name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    use serde::ser::SerializeMap as _;
                    let mut map = serializer.serialize_map(None)?;
                    object!(@object map $object);
                    $(object!(@write $presence map, object!(@name $member $($name)?), &self.$member);)+
                    for (key, value) in self.extra.iter() {
                        map.serialize_entry(key, value)?;
                    }
                    map.end()
                }
            }
        };
    };

    (@name $member:ident) => { stringify!($member) };
    (@name $member:ident $name:literal) => { $name };

    (@read count $map:ident) => { $map.next_value::<Option<$crate::model::Whole>>()?.map(i64::from) };
    (@read whole $map:ident) => { $map.next_value::<Option<$crate::model::Whole>>()?.map(i64::from) };
    (@read $presence:ident $map:ident) => { $map.next_value()? };

    (@type optional $Type:ty) => { Option<$Type> };
    (@type whole $Type:ty) => { Option<$Type> };
    (@type nullable $Type:ty) => { Option<$Type> };
    (@type $presence:ident $Type:ty) => { $Type };

    (@settle required $value:expr, $name:expr) => {
        $value.ok_or_else(|| serde::de::Error::missing_field($name))?
    };
    (@settle list $value:expr, $name:expr) => { $value.unwrap_or_default() };
    (@settle count $value:expr, $name:expr) => { $value.unwrap_or_default() };
    (@settle $presence:ident $value:expr, $name:expr) => { $value };

    (@object $map:ident none) => {};
    (@object $map:ident $object:literal) => { $map.serialize_entry("object", $object)?; };

    (@write optional $map:ident, $name:expr, $value:expr) => {
        if let Some(value) = $value {
            $map.serialize_entry($name, value)?;
        }
    };
    (@write whole $map:ident, $name:expr, $value:expr) => { object!(@write optional $map, $name, $value) };
    (@write $presence:ident $map:ident, $name:expr, $value:expr) => { $map.serialize_entry($name, $value)?; };
}
