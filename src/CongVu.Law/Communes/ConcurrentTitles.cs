namespace CongVu.Law.Communes;

/// <summary>A title a part-time person holds, with the monthly allowance the provincial council set for it.</summary>
/// <param name="Allowance">Đồng a month.</param>
/// <param name="Resolution">The resolution, as printed.</param>
public sealed record PartTimeTitle(string Name, long Allowance, string Resolution);

/// <summary>A part-time person and what the province lets them have for a second title.</summary>
/// <param name="Titles">All titles held; at least one.</param>
/// <param name="SecondShare">Share of the second title's allowance by the province's resolution; 0 where it gives none. Never above <c>communes.part-time-concurrent-max</c>.</param>
public sealed record PartTimeHolder(string Name, IReadOnlyList<PartTimeTitle> Titles, Percent SecondShare = default);

/// <summary>A unit's allowances against its fund.</summary>
/// <param name="Paid">Đồng a month for all.</param>
/// <param name="Left">What the fund leaves; negative when it is exceeded.</param>
/// <param name="PeopleOver">How many people there are above the number allowed; 0 or more.</param>
public sealed record FundUse(long Paid, long Left, int PeopleOver, Explanation Explanation)
{
    /// <summary>Whether the regime lets the list be approved.</summary>
    public bool IsWithin => Left >= 0 && PeopleOver == 0;
}

/// <summary>
/// Who holds several titles: cadres and civil servants of communes (Nghị định 33/2023/NĐ-CP Điều 20) and part-time people of communes and villages, who get the
/// highest allowance of their titles by the province's resolution, and for a second title at most the share the decree allows, all within the fund.
/// </summary>
public sealed class ConcurrentTitles
{
    private readonly Timeline<Percent> share;
    private readonly Timeline<Percent> postShare;
    private readonly Timeline<Coefficient> stepOne;
    private readonly Timeline<Percent> partTimeMost;
    private readonly Timeline<long> baseSalary;

    internal ConcurrentTitles(LawBook book)
    {
        share = book.Ratio("communes.concurrent-share");
        postShare = book.Ratio("communes.concurrent-post-share");
        stepOne = book.Coefficient("communes.concurrent-step-one");
        partTimeMost = book.Ratio("communes.part-time-concurrent-max");
        baseSalary = book.Pay.BaseSalary;
    }

    /// <summary>Monthly allowance of a cadre or civil servant who takes on another title and saves one person; of several such titles only the highest is paid.</summary>
    /// <param name="posts">Leadership coefficient of each title taken on; 0 where it has none. At least one.</param>
    /// <exception cref="OutsideCoverageException">Before 01/08/2023 or since 01/07/2025.</exception>
    /// <exception cref="CaseInputException">No title was given.</exception>
    public Explanation OfStaff(IReadOnlyList<Coefficient> posts, DateOnly day)
    {
        if (posts.Count == 0)
        {
            throw new CaseInputException("Chưa có chức vụ, chức danh kiêm nhiệm nào.");
        }
        var (part, postPart, first, salary) = (share.At(day), postShare.At(day), stepOne.At(day), baseSalary.At(day));
        var post = posts.Max();
        var (fromStep, fromPost) = (Money.Times(first.Value, part.Value, salary.Value), Money.Times(post, postPart.Value, salary.Value));
        var step = new Explanation("Phần tính trên mức lương bậc 1", ExplainedValue.Money(fromStep))
        {
            Formula = $"{part.Value} × {first.Value} × mức lương cơ sở",
            Parameters =
            [
                ExplainedParameter.Of(part, ExplainedValue.Percent(part.Value)), ExplainedParameter.Of(first, ExplainedValue.Coefficient(first.Value)),
                ExplainedParameter.Of(salary, ExplainedValue.Money(salary.Value)),
            ],
            Rounding = Money.IsWhole(first.Value, part.Value, salary.Value) ? null : ExplainedRounding.WholeDong,
        };
        var leadership = new Explanation("Phần tính trên phụ cấp chức vụ", ExplainedValue.Money(fromPost))
        {
            Formula = $"{postPart.Value} × {post} × mức lương cơ sở",
            Inputs = [new("Hệ số phụ cấp chức vụ kiêm nhiệm", ExplainedValue.Coefficient(post), "Quyết định giao kiêm nhiệm")],
            Parameters = [ExplainedParameter.Of(postPart, ExplainedValue.Percent(postPart.Value)), ExplainedParameter.Of(salary, ExplainedValue.Money(salary.Value))],
            Rounding = Money.IsWhole(post, postPart.Value, salary.Value) ? null : ExplainedRounding.WholeDong,
        };
        return new Explanation("Phụ cấp kiêm nhiệm một tháng", ExplainedValue.Money(fromStep + fromPost))
        {
            Formula = "Phần tính trên mức lương bậc 1 + phần tính trên phụ cấp chức vụ",
            Children = [step, leadership],
            Notes = posts.Count > 1
                ? ["Kiêm nhiệm nhiều chức vụ, chức danh: chỉ hưởng một mức cao nhất.", "Không dùng để tính đóng, hưởng bảo hiểm xã hội, bảo hiểm y tế."]
                : ["Không dùng để tính đóng, hưởng bảo hiểm xã hội, bảo hiểm y tế."],
        };
    }

    /// <summary>Monthly allowance of a part-time person: the highest of the titles, and the province's share of the next.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    /// <exception cref="CaseInputException">No title, or the province's share is above what the decree allows.</exception>
    public Explanation OfPartTime(PartTimeHolder holder, DateOnly day)
    {
        var titles = holder.Titles.OrderByDescending(t => t.Allowance).ToList();
        if (titles.Count == 0)
        {
            throw new CaseInputException($"{holder.Name}: chưa có chức danh nào.");
        }
        var lines = new List<Explanation> { Of(titles[0], "Chức danh có phụ cấp cao nhất", titles[0].Allowance) };
        if (holder.SecondShare != default && titles.Count > 1)
        {
            var most = partTimeMost.At(day);
            if (holder.SecondShare.CompareTo(most.Value) > 0)
            {
                throw new CaseInputException($"Mức phụ cấp kiêm nhiệm {holder.SecondShare} vượt mức nhiều nhất {most.Value} ({most.Source}).");
            }
            var second = Money.Share(holder.SecondShare, titles[1].Allowance);
            lines.Add(Of(titles[1], $"Chức danh kiêm nhiệm, hưởng {holder.SecondShare}", second) with
            {
                Parameters = [ExplainedParameter.Of(most, ExplainedValue.Percent(most.Value))],
                Rounding = Money.IsWhole(holder.SecondShare, titles[1].Allowance) ? null : ExplainedRounding.WholeDong,
            });
        }
        return new Explanation($"Phụ cấp một tháng của {holder.Name}", ExplainedValue.Money(lines.Sum(l => l.Value.AsMoney)))
        {
            Formula = lines.Count > 1 ? "Phụ cấp chức danh cao nhất + phụ cấp kiêm nhiệm" : titles.Count > 1 ? "Giữ nhiều chức danh: hưởng mức cao nhất" : null,
            Children = lines,
        };
    }

    /// <summary>All allowances of a unit against its fund and its number of people.</summary>
    /// <param name="allowed">How many people it may have; null where only the fund binds.</param>
    /// <exception cref="OutsideCoverageException">As <see cref="OfPartTime"/>.</exception>
    /// <exception cref="CaseInputException">As <see cref="OfPartTime"/>.</exception>
    public FundUse Use(Fund fund, IReadOnlyList<PartTimeHolder> holders, int? allowed, DateOnly day)
    {
        List<Explanation> lines = [.. holders.Select(h => OfPartTime(h, day))];
        var paid = lines.Sum(l => l.Value.AsMoney);
        var over = allowed is { } number && holders.Count > number ? holders.Count - number : 0;
        var (left, notes) = (fund.Amount - paid, new List<string>());
        if (left < 0)
        {
            notes.Add($"Vượt quỹ khoán {Money.Format(-left)}: phải giảm mức phụ cấp hoặc số người.");
        }
        if (over > 0)
        {
            notes.Add($"Vượt {over} người so với số được bố trí ({allowed}).");
        }
        return new FundUse(paid, left, over, new Explanation("Tổng phụ cấp một tháng", ExplainedValue.Money(paid))
        {
            Formula = "Tổng phụ cấp của từng người; so với quỹ khoán " + Money.Format(fund.Amount),
            Parameters = [.. fund.Explanation.Parameters],
            Children = lines,
            Notes = notes,
        });
    }

    private static Explanation Of(PartTimeTitle title, string label, long amount) => new($"{label}: {title.Name}", ExplainedValue.Money(amount))
    {
        Inputs = [new($"Phụ cấp của {title.Name}", ExplainedValue.Money(title.Allowance), title.Resolution)],
    };
}
