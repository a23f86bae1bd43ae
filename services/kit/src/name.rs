//! Resource names: `organizations/{organization}/courses/{course}`, as AIP-122 has them.

use std::{fmt, str::FromStr};

/// A resource name of some kind, made by [`resource_name!`](crate::resource_name).
pub trait ResourceName: FromStr<Err = NotAName> + fmt::Display + Clone + Send + Sync {
    /// The pattern, for error messages: `organizations/{organization}/courses/{course}`.
    const PATTERN: &'static str;

    /// The organization that the resource belongs to.
    fn organization(&self) -> &str;
}

/// The text does not follow the pattern of the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a name like {pattern}")]
pub struct NotAName {
    /// The pattern that was expected.
    pub pattern: &'static str,
}

/// Whether a text can be an id inside a name: 1 to 128 letters, digits, `-`, `_`, `.` or `~`.
pub fn is_id(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~'))
}

/// Takes `collection/id` off the front of a name: the id and the rest after the next slash. For the macro.
#[doc(hidden)]
pub fn take<'a>(text: &'a str, collection: &str) -> Option<(&'a str, Option<&'a str>)> {
    let rest = text.strip_prefix(collection)?.strip_prefix('/')?;
    let (id, rest) = rest.split_once('/').map_or((rest, None), |(id, rest)| (id, Some(rest)));
    is_id(id).then_some((id, rest))
}

/// Defines the type of a resource name from its pattern, written without quotes. The first id is the organization.
///
/// ```ignore
/// kit::resource_name! {
///     /// The name of a course.
///     pub struct CourseName = organizations/{organization}/courses/{course};
/// }
/// let name = CourseName::new(organization, id);
/// let same: CourseName = name.to_string().parse()?;
/// ```
#[macro_export]
macro_rules! resource_name {
    ($($(#[$meta:meta])* $vis:vis struct $name:ident = organizations/{organization} $(/ $collection:ident / {$field:ident})*;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis struct $name {
            /// The id of the organization.
            $vis organization: String,
            $(
                #[doc = concat!("The id in `", stringify!($collection), "`.")]
                $vis $field: String,
            )*
        }

        impl $name {
            /// The name made of its ids.
            $vis fn new(organization: impl Into<String> $(, $field: impl Into<String>)*) -> Self {
                Self { organization: organization.into() $(, $field: $field.into())* }
            }
        }

        impl $crate::name::ResourceName for $name {
            const PATTERN: &'static str = concat!(
                "organizations/{organization}" $(, "/", stringify!($collection), "/{", stringify!($field), "}")*
            );

            fn organization(&self) -> &str {
                &self.organization
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, "organizations/{}", self.organization)?;
                $(write!(f, concat!("/", stringify!($collection), "/{}"), self.$field)?;)*
                Ok(())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::name::NotAName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let parse = || {
                    let (organization, rest) = $crate::name::take(text, "organizations")?;
                    $(let ($field, rest) = $crate::name::take(rest?, stringify!($collection))?;)*
                    match rest {
                        None => Some(Self { organization: organization.to_owned() $(, $field: $field.to_owned())* }),
                        Some(_) => None,
                    }
                };
                parse().ok_or($crate::name::NotAName { pattern: <Self as $crate::name::ResourceName>::PATTERN })
            }
        }
    )+};
}

resource_name! {
    /// The name of an organization, the parent of everything in it.
    pub struct OrganizationName = organizations/{organization};
}

#[cfg(test)]
mod tests {
    use super::*;

    resource_name! {
        /// A module of a course, to try the macro on.
        struct ModuleName = organizations/{organization}/courses/{course}/modules/{module};
    }

    #[test]
    fn a_name_is_read_as_it_is_written() {
        let name = ModuleName::new("o", "c-1", "m_2");
        assert_eq!(name.to_string(), "organizations/o/courses/c-1/modules/m_2");
        assert_eq!(name.to_string().parse(), Ok(name.clone()));
        assert_eq!(name.organization(), "o");
        assert_eq!(ModuleName::PATTERN, "organizations/{organization}/courses/{course}/modules/{module}");
        assert_eq!("organizations/x".parse(), Ok(OrganizationName::new("x")));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "organizations",
            "organizations/",
            "organizations/o",
            "organizations/o/courses/c",
            "organizations/o/courses/c/modules/",
            "organizations/o/courses/c/modules/m/",
            "organizations/o/courses/c/modules/m/x",
            "organizations/o/courses/../modules/m m",
            "organizations/o/course/c/modules/m",
            "/organizations/o/courses/c/modules/m",
            "organizations/سلام/courses/c/modules/m",
        ] {
            assert!(text.parse::<ModuleName>().is_err(), "{text}");
        }
        assert!("organizations/o/courses/c".parse::<OrganizationName>().is_err());
    }
}
