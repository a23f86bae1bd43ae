//! Hamgam put together: settings → context → services → runtime.

use std::{path::Path, sync::Arc};

use identity::Identity;
use kit::{
    auth::layer::AccessLayer, client::Transport, clock::SharedClock, config::Config, error::Error, id::Ids,
    module::Context, runtime::Runtime,
};
use tonic::service::Routes;
use tower::Layer;

use crate::{keys, modules, serve};

/// The settings file that is read when none is named.
const SETTINGS: &str = "hamgam.toml";

/// All services, open and connected with each other.
pub(crate) struct App {
    pub(crate) context: Context,
    pub(crate) runtime: Runtime,
    pub(crate) identity: Arc<Identity>,
}

impl App {
    /// Opens all services.
    pub(crate) async fn open(config: Config, clock: SharedClock) -> Result<Self, Error> {
        Self::open_with(config, clock, |routes| routes).await
    }

    /// Opens all services, and more routes than theirs: the demo's clock.
    pub(crate) async fn open_with(
        config: Config,
        clock: SharedClock,
        more: impl FnOnce(Routes) -> Routes,
    ) -> Result<Self, Error> {
        let ids = Ids::system(clock.clone());
        let keys = keys::open(&config, &ids, &clock).await?;
        let context = Context {
            clock: clock.clone(),
            ids,
            config: Arc::new(config),
            transport: Transport::new(),
            keys: Arc::new(keys),
        };
        let (identity, all) = modules::open(&context).await?;
        let runtime = Runtime::new(all, clock.clone());
        let access = AccessLayer::new(context.keys.clone(), clock).with_reflection(serve::REFLECTION);
        let routes = more(runtime.routes()).prepare();
        context.transport.connect(access.layer(routes));
        Ok(Self { context, runtime, identity })
    }
}

/// The settings of the named file, or of `hamgam.toml` if it is there, with the environment over them.
pub(crate) fn settings(file: Option<&Path>) -> Result<Config, Error> {
    let default = Path::new(SETTINGS);
    Config::load(file.or_else(|| default.exists().then_some(default)))
}
