using CongVu.Host.Practice;
using CongVu.Law;
using CongVu.Personnel.Contracts;

namespace CongVu.Host.Tests;

public class PracticeHistoryTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly LawBook Law = LawBook.Load();

    [Fact]
    public void The_same_seed_draws_the_same_province_and_another_seed_another()
    {
        var first = PracticeHistory.Draw(600, 7, Today, Law);
        var again = PracticeHistory.Draw(600, 7, Today, Law);
        var other = PracticeHistory.Draw(600, 8, Today, Law);

        Fingerprint(again).ShouldBe(Fingerprint(first));
        Fingerprint(other).ShouldNotBe(Fingerprint(first));
    }

    [Fact]
    public void Nobody_is_in_a_unit_that_does_not_exist_on_the_day()
    {
        var history = PracticeHistory.Draw(3000, 1, Today, Law);
        var units = history.Map.Units.ToDictionary(u => u.Id);

        var wrong = from decision in history.People
                    from item in decision.Items
                    from effect in item.Effects
                    let unit = effect.Effect switch { SetEmployment e => units[e.UnitId], HoldPost p => units[p.UnitId], _ => null }
                    where unit is not null && !unit.ExistsOn(decision.EffectiveOn)
                    select $"{item.SubjectName} {decision.Action} {unit.Name} {decision.EffectiveOn}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_run_without_gaps_in_every_register_and_in_order_of_signing()
    {
        var history = PracticeHistory.Draw(1000, 3, Today, Law);

        foreach (var register in history.Units.Concat(history.People).GroupBy(d => (d.Signer.Id, d.SignedOn.Year)))
        {
            var byNumber = register.OrderBy(d => d.Number).ToList();
            byNumber.Select(d => d.Number).ShouldBe(Enumerable.Range(1, byNumber.Count));
            byNumber.Select(d => d.SignedOn).ShouldBeInOrder(SortDirection.Ascending);
        }
    }

    [Fact]
    public void Everybody_has_one_personal_id_of_twelve_digits_of_their_own()
    {
        var ids = PracticeHistory.Draw(2000, 5, Today, Law).People.SelectMany(d => d.Items).SelectMany(i => i.Effects).Select(e => e.Effect).OfType<SetIdentity>().Select(e => e.PersonalId).ToList();

        ids.Count.ShouldBe(2000);
        ids.Distinct().Count().ShouldBe(2000);
        ids.ShouldAllBe(id => id.Length == 12 && id.All(char.IsAsciiDigit));
    }

    [Fact]
    public void Nothing_is_drawn_after_the_day_of_reference()
    {
        var history = PracticeHistory.Draw(1500, 9, Today, Law);

        history.People.ShouldAllBe(d => d.EffectiveOn <= Today && d.SignedOn <= Today);
    }

    private static string Fingerprint(PracticeHistory history) =>
        string.Join('\n', history.People.Select(d => $"{d.Id}{d.NumberText}{d.EffectiveOn}{string.Join(',', d.Items.Select(i => i.SubjectId + i.SubjectName + i.Effects.Length))}"));
}
