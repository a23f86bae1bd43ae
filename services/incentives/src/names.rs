//! The resource names that this service reads and writes.

kit::resource_name! {
    /// A challenge.
    pub(crate) struct ChallengeName = organizations/{organization}/challenges/{challenge};
    /// A budget.
    pub(crate) struct BudgetName = organizations/{organization}/budgets/{budget};
    /// An exchange rate.
    pub(crate) struct ExchangeRateName = organizations/{organization}/exchangeRates/{exchange_rate};
    /// A reward of the catalogue.
    pub(crate) struct RewardName = organizations/{organization}/rewards/{reward};
    /// An award.
    pub(crate) struct AwardName = organizations/{organization}/awards/{award};
    /// A redemption.
    pub(crate) struct RedemptionName = organizations/{organization}/redemptions/{redemption};
    /// Thanks.
    pub(crate) struct RecognitionName = organizations/{organization}/recognitions/{recognition};
    /// A value of the organization.
    pub(crate) struct ValueName = organizations/{organization}/values/{value};
    /// A person of the directory.
    pub(crate) struct PersonName = organizations/{organization}/people/{person};
    /// A team of the directory.
    pub(crate) struct TeamName = organizations/{organization}/teams/{team};
    /// An application of telemetry.
    pub(crate) struct ApplicationName = organizations/{organization}/applications/{application};
    /// A course of training.
    pub(crate) struct CourseName = organizations/{organization}/courses/{course};
    /// An intervention of adoption.
    pub(crate) struct InterventionName = organizations/{organization}/interventions/{intervention};
}
