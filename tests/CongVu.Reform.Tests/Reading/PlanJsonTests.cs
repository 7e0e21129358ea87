using System.Text.Json;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>The JSON shape is a contract with other programs: exactly these names, these kinds of value, in this order.</summary>
public sealed class PlanJsonTests
{
    private const string Plan = """
        Số:      /KH-UBND

        KẾ HOẠCH
        Cải cách công vụ

        I. MỤC TIÊU
        - Phấn đấu ít nhất 98,5% hồ sơ đúng hạn.

        | Stt | Nhiệm vụ | Sản phẩm | Chủ trì | Phối hợp | Thời gian |
        |---|---|---|---|---|---|
        | 1 | Nhóm <một> & "hai" | | | | |
        | 1.1 | Việc một | Báo cáo | Sở Nội vụ | Sở Y tế | Thường xuyên (tối thiểu 02 đợt/năm) |
        | 1.2 | Việc hai | | Sở Nội vụ | | |
        | ?? | | lạc | | | |
        """;

    [Fact]
    public void The_whole_shape_is_as_agreed()
    {
        PlanJson.Write(PlanFiles.ReadText(Plan)).ReplaceLineEndings("\n").ShouldBe("""
            {
              "title": "KẾ HOẠCH Cải cách công vụ",
              "number": null,
              "issuer": null,
              "issued": null,
              "period": {
                "from": null,
                "to": null
              },
              "groups": [
                {
                  "code": "1",
                  "title": "Nhóm <một> & \"hai\""
                }
              ],
              "tasks": [
                {
                  "code": "1.1",
                  "group": "1",
                  "title": "Việc một",
                  "products": [
                    {
                      "text": "Báo cáo",
                      "lead": [
                        "Sở Nội vụ"
                      ],
                      "support": [
                        "Sở Y tế"
                      ],
                      "schedule": {
                        "kind": "ongoing",
                        "from": null,
                        "to": null,
                        "minPerYear": 2,
                        "text": "Thường xuyên (tối thiểu 02 đợt/năm)"
                      }
                    }
                  ]
                },
                {
                  "code": "1.2",
                  "group": "1",
                  "title": "Việc hai",
                  "products": [
                    {
                      "text": "",
                      "lead": [
                        "Sở Nội vụ"
                      ],
                      "support": [],
                      "schedule": {
                        "kind": "none",
                        "from": null,
                        "to": null,
                        "minPerYear": null,
                        "text": ""
                      }
                    }
                  ]
                }
              ],
              "targets": [
                {
                  "text": "Phấn đấu ít nhất 98,5% hồ sơ đúng hạn.",
                  "value": 98.5,
                  "comparison": "gte",
                  "unit": "percent",
                  "by": null
                }
              ],
              "notUnderstood": [
                {
                  "line": 14,
                  "text": "?? | lạc"
                }
              ]
            }
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("hung-yen-2020-2025.txt")]
    [InlineData("tp-ho-chi-minh-2022-2027.txt")]
    [InlineData("dong-nai-2013-2015.txt")]
    [InlineData("hau-giang-2013-2015.txt")]
    public void Real_plans_give_valid_json_with_known_words_only(string name)
    {
        using var json = JsonDocument.Parse(PlanJson.Write(PlanFiles.ReadReal(name)));
        var root = json.RootElement;
        root.EnumerateObject().Select(p => p.Name).ShouldBe(["title", "number", "issuer", "issued", "period", "groups", "tasks", "targets", "notUnderstood"]);
        foreach (var task in root.GetProperty("tasks").EnumerateArray())
        {
            task.GetProperty("products").GetArrayLength().ShouldBeGreaterThan(0);
            foreach (var product in task.GetProperty("products").EnumerateArray())
            {
                product.EnumerateObject().Select(p => p.Name).ShouldBe(["text", "lead", "support", "schedule"]);
                product.GetProperty("schedule").GetProperty("kind").GetString().ShouldBeOneOf("period", "ongoing", "conditional", "onDemand", "deadline", "none");
            }
        }
        var groups = root.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("code").GetString()).ToHashSet();
        root.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("group").GetString()).ShouldAllBe(g => g == null || groups.Contains(g));
    }

    [Fact]
    public void Reading_the_same_text_twice_gives_the_same_ids()
    {
        var (once, twice) = (PlanFiles.ReadReal("dong-nai-2013-2015.txt"), PlanFiles.ReadReal("dong-nai-2013-2015.txt"));
        Ids(once).ShouldBe(Ids(twice));
        Ids(once).Distinct().Count().ShouldBe(Ids(once).Count);

        static List<string> Ids(PlanReadResult plan) =>
            [.. plan.Groups.Select(g => g.Id), .. plan.Tasks.Select(t => t.Id), .. plan.Tasks.SelectMany(t => t.Products).Select(p => p.Id), .. plan.Targets.Select(t => t.Id)];
    }
}
