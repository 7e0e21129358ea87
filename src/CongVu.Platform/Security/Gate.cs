namespace CongVu.Platform.Security;

/// <summary>The act was refused by the gate; shown as a 403 page and recorded.</summary>
public sealed class ForbiddenException(string message) : Exception(message);

/// <summary>
/// The one place that answers "may this actor do this?": role × unit subtree × action × data class, by grants
/// in force today. Pages, API, export and search all ask here.
/// </summary>
public sealed class Gate(PermissionCatalogue catalogue)
{
    private readonly Dictionary<ActiveGrant, UnitScope> _scopes = [];
    private readonly Dictionary<DataClass, UnitScope> _classes = [];
    private Actor? _actor;

    /// <summary>The signed-in actor, or null.</summary>
    public Actor? ActorOrNull => _actor;

    /// <summary>The signed-in actor.</summary>
    /// <exception cref="ForbiddenException">Nobody is signed in.</exception>
    public Actor Actor => _actor ?? throw new ForbiddenException("Chưa đăng nhập.");

    /// <summary>Sets the actor for this request and resolves the unit subtrees of the grants. Called by the pipeline, jobs and tests.</summary>
    public async ValueTask EnterAsync(Actor actor, IUnitHierarchy units, CancellationToken ct)
    {
        _actor = actor;
        _scopes.Clear();
        _classes.Clear();
        foreach (var grant in actor.Grants)
            _scopes[grant] = grant.UnitId is { } root ? UnitScope.Of(await units.SubtreeAsync(root, ct)) : UnitScope.All;
    }

    /// <summary>True when some grant allows the act somewhere.</summary>
    public bool May(Permission permission) => _actor is not null && _actor.Grants.Any(g => catalogue.Holds(g.Role, permission)) || HoldsAsSelf(permission);

    /// <summary>True when some grant allows the act on this unit.</summary>
    public bool May(Permission permission, Guid unitId) =>
        _actor is not null && _actor.Grants.Any(g => catalogue.Holds(g.Role, permission) && _scopes[g].Has(unitId));

    /// <summary>The units on which the act is allowed.</summary>
    public UnitScope Scope(Permission permission)
    {
        if (_actor is null) return UnitScope.None;
        var scopes = _actor.Grants.Where(g => catalogue.Holds(g.Role, permission)).Select(g => _scopes[g]).ToList();
        return Union(scopes);
    }

    /// <summary>The units whose people's data of this class the actor may see.</summary>
    public UnitScope ScopeOf(DataClass dataClass)
    {
        if (_actor is null) return UnitScope.None;
        if (_classes.TryGetValue(dataClass, out var known)) return known; // a record asks for each of its lines
        return _classes[dataClass] = Union([.. _actor.Grants.Where(g => Roles.All[g.Role].Classes.Contains(dataClass) || g.ExtraClasses.Contains(dataClass)).Select(g => _scopes[g])]);
    }

    /// <summary>True when the actor may see this class of data of a person in this unit, or it is the actor's own record.</summary>
    public bool MaySee(DataClass dataClass, Guid personId, Guid? unitId) =>
        IsSelf(personId) || (unitId is { } unit ? ScopeOf(dataClass).Has(unit) : ScopeOf(dataClass).IsAll);

    /// <summary>True when the person is the actor: acting on one's own file is refused by rule.</summary>
    public bool IsSelf(Guid personId) => _actor?.PersonId == personId;

    /// <summary>Refuses unless the act is allowed somewhere.</summary>
    /// <exception cref="ForbiddenException">It is not.</exception>
    public void Demand(Permission permission)
    {
        if (!May(permission)) throw new ForbiddenException($"Tài khoản của bạn không có quyền: {permission.Name}.");
    }

    /// <summary>Refuses unless the act is allowed on this unit.</summary>
    /// <exception cref="ForbiddenException">It is not.</exception>
    public void Demand(Permission permission, Guid unitId)
    {
        if (!May(permission, unitId)) throw new ForbiddenException($"Tài khoản của bạn không có quyền “{permission.Name}” đối với đơn vị này.");
    }

    private bool HoldsAsSelf(Permission permission) => _actor?.PersonId is not null && catalogue.Holds(Roles.Self, permission);

    private static UnitScope Union(IReadOnlyList<UnitScope> scopes) =>
        scopes.Count == 0 ? UnitScope.None
        : scopes.Count == 1 ? scopes[0]
        : scopes.Any(s => s.IsAll) ? UnitScope.All
        : UnitScope.Of(scopes.SelectMany(s => s.Ids).ToHashSet());
}
