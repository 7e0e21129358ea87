using CongVu.Decisions.Contracts;
using CongVu.Law.Retirement;
using CongVu.Personnel.Contracts;
using CongVu.Severance.Data;

namespace CongVu.Severance.Retiring;

/// <summary>Where a retirement stands, the most pressing first.</summary>
internal enum RetirementStage { DecisionLate, NoticeLate, DecisionDue, NoticeDue, UnderWay, Noticed, Decided, Coming }

/// <summary>Somebody who retires within a time.</summary>
internal sealed record RetirementRow(PersonRow Person, string UnitName, string PostName, RetirementOutcome Age, RetirementDeadlineOutcome Deadlines, RetirementNotice? Notice, ActOnPerson? Act, DateOnly Today)
{
    /// <summary>What is due within so many days is to be done now.</summary>
    private const int DaysAhead = 30;

    public Guid PersonId => Person.PersonId;
    public DateOnly RetiresOn => Age.PensionFrom;

    public RetirementStage Stage =>
        Act is { Stands: true } ? RetirementStage.Decided
        : Act is not null ? RetirementStage.UnderWay
        : Deadlines.DecisionBy < Today ? RetirementStage.DecisionLate
        : Notice is null && Deadlines.NoticeBy < Today ? RetirementStage.NoticeLate
        : Notice is not null && Deadlines.DecisionBy <= Today.AddDays(DaysAhead) ? RetirementStage.DecisionDue
        : Notice is null && Deadlines.NoticeBy <= Today.AddDays(DaysAhead) ? RetirementStage.NoticeDue
        : Notice is not null ? RetirementStage.Noticed : RetirementStage.Coming;

    public (string State, string Word) Badge => Stage switch
    {
        RetirementStage.DecisionLate => ("overdue", "Chậm ra quyết định"),
        RetirementStage.NoticeLate => ("overdue", "Chậm thông báo"),
        RetirementStage.DecisionDue => ("warn", "Đến hạn ra quyết định"),
        RetirementStage.NoticeDue => ("warn", "Đến hạn thông báo"),
        RetirementStage.UnderWay => ("waiting", "Đang trình quyết định"),
        RetirementStage.Noticed => ("info", "Đã thông báo"),
        RetirementStage.Decided => ("good", "Đã có quyết định"),
        _ => ("not-due", "Chưa đến hạn"),
    };
}
